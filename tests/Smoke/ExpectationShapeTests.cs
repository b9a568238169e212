using FluentAssertions;
using Infra.Definitions.Format;
using Infra.Smoke.Judging;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class ExpectationShapeTests
{
    private static readonly string[] All =
        [.. ExpectationShape.Item.Fields.Select(field => field.Key).Where(key => key is not "severity")];

    public static TheoryData<string> Names() => [.. All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_is_known_to_the_reader_whatever_stands_behind_it(string name)
    {
        const string Keys = "{ path: $.a, node: A, name: a, to: b, threshold: 1, min: 1 }";
        foreach (var argument in new[] { "x", "true", "3", "[x]", Keys, "", "[]", "{}" })
        {
            var read = () => SmokeCases.Problems(
                $"text: t\ntests: [{{ name: a, expect: [{{ {name}: {argument} }}] }}]\n");

            read.Should().NotThrow();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_is_judged(string name)
    {
        string[] arguments =
        [
            "x", "true", "3", "[stop]", "5s", "end_turn", "[Document, Reply]", "{ type: object }", "{ min: 1 }",
            "{ path: $.a }", "{ to: b, threshold: 0.5 }", "{ node: Document, contains: b }", "[{ contains: b }]",
        ];

        var expectation = arguments
            .Select(argument => SmokeCases.Sound($"{{ {name}: {argument} }}"))
            .FirstOrDefault(sound => sound is not null);

        expectation.Should().NotBeNull("one of the arguments suits every expectation");
        foreach (var answer in new[] { Answer.OfSample("b"), new Answer() })
        {
            Judgement.Of(expectation!, answer, Question.Any).Reason.Should().NotBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nonsense_behind_a_name_is_reported_at_its_line(string name)
    {
        // 'equals' takes any JSON.
        var nonsense = name.EndsWith("equals", StringComparison.Ordinal) ? "" : "{ nonsense: [[x]] }";

        var problems = SmokeCases.Problems($"text: t\ntests:\n- name: a\n  expect:\n  - {name}: {nonsense}\n");

        problems.Should().NotBeEmpty();
        problems.Should().OnlyContain(problem => problem.StartsWith("(5,", StringComparison.Ordinal));
        problems.Should().OnlyContain(problem => problem.Contains("error PRM", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_name_has_its_opposite() =>
        All.Where(name => !name.StartsWith("not-", StringComparison.Ordinal)).Select(name => $"not-{name}")
            .Should().BeEquivalentTo(All.Where(name => name.StartsWith("not-", StringComparison.Ordinal)));

    [Fact]
    public void A_flag_stands_as_a_word_or_with_true()
    {
        SmokeCases.Expectation("is-json").Words.Should().Be("is-json");
        SmokeCases.Expectation("not-is-json: true").Negated.Should().BeTrue();
    }
}
