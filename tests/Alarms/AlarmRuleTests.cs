using FluentAssertions;
using Infra.Alarms;
using Xunit;

namespace Infra.Tests.Alarms;

public sealed class AlarmRuleTests
{
    [Theory]
    [InlineData("ALARM(\"bad\")", true)]
    [InlineData("ALARM(good)", false)]
    [InlineData("OK('good') AND INSUFFICIENT_DATA(new)", true)]
    [InlineData("ALARM(\"bad\") AND NOT ALARM(\"good\")", true)]
    [InlineData("NOT (ALARM(bad) OR ALARM(good))", false)]
    [InlineData("ALARM(good) OR ALARM(bad) AND ALARM(good)", false)]
    [InlineData("(ALARM(good) OR ALARM(bad)) AND OK(good)", true)]
    [InlineData("TRUE AND NOT FALSE", true)]
    [InlineData("ALARM(\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:bad\")", true)]
    [InlineData("INSUFFICIENT_DATA(\"a name with (brackets) and spaces\")", true)]
    public void A_rule_holds_or_does_not(string rule, bool holds) =>
        AlarmRule.Read(rule).Rule!.Holds(name => AlarmReader.NameOf(name) switch
        {
            "bad" => AlarmState.Alarm,
            "good" => AlarmState.Ok,
            _ => AlarmState.InsufficientData,
        }).Should().Be(holds);

    [Theory]
    [InlineData("")]
    [InlineData("ALARM(bad")]
    [InlineData("ALARM bad")]
    [InlineData("ALARM(bad) ALARM(good)")]
    [InlineData("ALARM(bad) AND")]
    [InlineData("BAD(bad)")]
    [InlineData("NOT")]
    public void What_is_no_rule_is_said(string rule) =>
        AlarmRule.Read(rule).Should().Match<(AlarmRule? Rule, string? Problem)>(
            read => read.Rule == null && read.Problem!.EndsWith('.'));

    [Fact]
    public void Brackets_without_end_are_refused_not_followed() =>
        AlarmRule.Read(new string('(', 10_240)).Problem.Should().NotBeNull();
}
