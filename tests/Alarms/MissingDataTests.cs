using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Alarms;
using Xunit;

namespace Infra.Tests.Alarms;

/// <summary>The tables of CloudWatch's user guide: 0 is within the threshold, X beyond it, - is missing; the latest
/// data point stands at the right.</summary>
public sealed class MissingDataTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20261128, 3);

    private static readonly Gen<(int Of, int Alarm, MissingData Missing, string Points)> Situations =
        from of in Gen.Choose(1, 6)
        from alarm in Gen.Choose(1, of)
        from missing in Gen.Elements(Enum.GetValues<MissingData>())
        from points in Gen.Elements('0', 'X', '-').ArrayOf(of + 2)
        select (of, alarm, missing, new string(points));

    [Theory]
    [InlineData(3, "0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData(3, "0 - - - -", "OK", "OK", "OK", "OK")]
    [InlineData(3, "- - - - -", "INSUFFICIENT_DATA", "as before", "ALARM", "OK")]
    [InlineData(3, "0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(3, "- - X - -", "ALARM", "as before", "ALARM", "OK")]
    [InlineData(2, "0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - X -", "ALARM", "as before", "ALARM", "OK")]
    public void Three_periods_of_the_user_guide(
        int toAlarm, string points, string missing, string ignore, string breaching, string notBreaching)
    {
        string[] states =
        [
            State(3, toAlarm, MissingData.Missing, points),
            State(3, toAlarm, MissingData.Ignore, points),
            State(3, toAlarm, MissingData.Breaching, points),
            State(3, toAlarm, MissingData.NotBreaching, points),
        ];

        states.Should().Equal(missing, ignore, breaching, notBreaching);
    }

    [Theory]
    [InlineData("- - - - X")]
    [InlineData("- - - X -")]
    public void A_first_breach_does_not_raise_an_alarm_early(string points) =>
        State(3, 3, MissingData.Missing, points).Should().Be("OK");

    [Fact]
    public void Without_missing_data_only_the_latest_periods_count_and_the_setting_does_not() =>
        Prop.ForAll(Situations.ToArbitrary(), situation =>
        {
            var points = situation.Points.Replace('-', '0');
            var latest = points[^situation.Of..].Count(point => point is 'X');

            var state = State(situation.Of, situation.Alarm, situation.Missing, points);

            Assert.Equal(latest >= situation.Alarm ? "ALARM" : "OK", state);
        }).Check(Config);

    [Fact]
    public void One_more_breach_never_ends_an_alarm() =>
        Prop.ForAll(Situations.ToArbitrary(), situation =>
        {
            if (situation.Points.IndexOf('0', StringComparison.Ordinal) is var at and >= 0
                && State(situation.Of, situation.Alarm, situation.Missing, situation.Points) is "ALARM")
            {
                var worse = situation.Points.Remove(at, 1).Insert(at, "X");
                Assert.Equal("ALARM", State(situation.Of, situation.Alarm, situation.Missing, worse));
            }
        }).Check(Config);

    [Fact]
    public void Missing_data_that_breaches_alarms_whenever_missing_data_that_does_not_would() =>
        Prop.ForAll(Situations.ToArbitrary(), situation =>
        {
            string Of(MissingData missing) => State(situation.Of, situation.Alarm, missing, situation.Points);

            if (Of(MissingData.NotBreaching) is "ALARM")
            {
                Assert.Equal(
                    ["ALARM", "ALARM", "ALARM"],
                    [Of(MissingData.Missing), Of(MissingData.Ignore), Of(MissingData.Breaching)]);
            }
        }).Check(Config);

    [Fact]
    public void The_reason_has_the_numbers()
    {
        var verdict = AlarmEvaluation.Of(Alarm(3, 2, MissingData.NotBreaching), [null, 7, null, 0, 9.25], default);

        verdict.Reason.Should().Be("2 of 3 data points [7, 0, 9.25] are above 5; 2 of 3 make an alarm");
    }

    /// <summary>The state; <c>as before</c> where it is the one from before, whichever that is.</summary>
    private static string State(int of, int toAlarm, MissingData missing, string points)
    {
        double?[] values =
        [
            .. points.Replace(" ", "", StringComparison.Ordinal)
                .Select(point => point switch { '0' => 1, 'X' => 9, _ => (double?)null }),
        ];
        var states = Enum.GetValues<AlarmState>()
            .Select(before => AlarmEvaluation.Of(Alarm(of, toAlarm, missing), values, before).State)
            .ToArray();
        return states.Distinct().Count() is 1 ? AlarmVerdict.Spelled(states[0])
            : states.SequenceEqual(Enum.GetValues<AlarmState>()) ? "as before"
            : "unclear";
    }

    private static Alarm.Watches Alarm(int of, int toAlarm, MissingData missing) => new()
    {
        Name = "any",
        Queries = [new("m")],
        Period = TimeSpan.FromMinutes(5),
        EvaluationPeriods = of,
        DatapointsToAlarm = toAlarm,
        Comparison = AlarmComparison.GreaterThanThreshold,
        Threshold = 5,
        MissingData = missing,
    };
}
