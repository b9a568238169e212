using System.Text.Json;
using System.Xml.Linq;
using FluentAssertions;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Smoke.Reports;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class ReportTests
{
    private static readonly SmokeTarget Target = new(
        "greeting", "prompt", Release: 3, Version: "2", "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:2",
        "/bedrock-prompts/dev/greeting/live", "sha256:abc");

    [Fact]
    public void Every_renderer_says_what_was_recorded()
    {
        var report = Report();

        Recorded.Equal("smoke/report.txt", string.Concat(report.Cases.SelectMany(SmokeLines.Of)
            .Concat(SmokeLines.Summary(report)).Select(line => $"{line}\n")));
        Recorded.Equal("smoke/report.json", CanonicalJson.Indented(SmokeJson.Render(report)) + "\n");
        Recorded.Equal("smoke/report.junit.xml", JUnitXml.Render(report));
        Recorded.Equal("smoke/report.md", SmokeMarkdown.Render(report));
        Recorded.Equal(
            "smoke/annotations.txt", string.Concat(GitHubAnnotations.Render(report).Select(line => $"{line}\n")));
    }

    [Fact]
    public void No_renderer_shows_a_secret()
    {
        var report = Report();
        string[] texts =
        [
            .. report.Cases.SelectMany(SmokeLines.Of), .. GitHubAnnotations.Render(report),
            CanonicalJson.Indented(SmokeJson.Render(report)), JUnitXml.Render(report), SmokeMarkdown.Render(report),
        ];

        texts.Should().OnlyContain(text => !text.Contains("pa$$word", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void JUnit_tells_failures_errors_and_skipped_cases_apart()
    {
        var suites = XDocument.Parse(JUnitXml.Render(Report())).Root!;

        ((string?)suites.Attribute("tests"), (string?)suites.Attribute("failures"), (string?)suites.Attribute("errors"),
            (string?)suites.Attribute("skipped"))
            .Should().Be(("7", "3", "1", "1"));
        suites.Descendants("failure").Should().HaveCount(3);
        suites.Descendants("error").Should().HaveCount(1);
        suites.Descendants("skipped").Should().HaveCount(1);
    }

    [Fact]
    public void A_line_never_starts_with_what_a_model_wrote()
    {
        var lines = Report().Cases.SelectMany(SmokeLines.Of).ToArray();

        lines.Should().OnlyContain(line =>
            !line.Contains('\n', StringComparison.Ordinal) && !line.StartsWith("::", StringComparison.Ordinal));
    }

    [Fact]
    public void The_cases_that_did_not_pass_are_read_back_from_a_report()
    {
        var report = Report();

        var json = JsonElement.Parse(CanonicalJson.Compact(SmokeJson.Render(report)));

        SmokeJson.NotPassed(json).Should()
            .BeEquivalentTo(report.Cases.Where(test => !test.IsGood).Select(test => test.Id));
        SmokeJson.NotPassed(JsonElement.Parse("""{ "formatVersion": 2, "cases": [] }""")).Should().BeNull();
        SmokeJson.NotPassed(JsonElement.Parse("[]")).Should().BeNull();
    }

    [Theory]
    [InlineData("p", false, false, RunEnd.Passed)]
    [InlineData("pw", false, false, RunEnd.Passed)]
    [InlineData("pw", true, false, RunEnd.Failed)]
    [InlineData("pf", false, false, RunEnd.Failed)]
    [InlineData("pu", false, false, RunEnd.Failed)]
    [InlineData("pe", false, false, RunEnd.Unfinished)]
    [InlineData("pn", false, false, RunEnd.Unfinished)]
    [InlineData("fen", false, false, RunEnd.Failed)]
    [InlineData("", false, false, RunEnd.Unfinished)]
    [InlineData("", false, true, RunEnd.Passed)]
    public void The_end_follows_from_the_cases(string cases, bool strict, bool allowEmpty, RunEnd end)
    {
        var report = Report()
            with
        { Strict = strict, AllowEmpty = allowEmpty, Stopped = null, Cases = [.. cases.Select(Case)] };

        report.End.Should().Be(end);
    }

    [Fact]
    public void Markdown_too_long_for_a_page_is_cut_at_a_line_and_says_so()
    {
        var report = Report() with { Cases = [.. Enumerable.Repeat(Case('f'), 4000)] };

        var text = SmokeMarkdown.Render(report);

        text.Length.Should().BeLessThan(SmokeMarkdown.Longest + 100);
        text.Should().EndWith("The rest is left out because the page would be too long.\n");
    }

    private static CaseResult Case(char status) => Report().Cases.First(test => status == test.Status switch
    {
        CaseStatus.Passed => 'p',
        CaseStatus.Warned => 'w',
        CaseStatus.Failed => 'f',
        CaseStatus.Unknown => 'u',
        CaseStatus.Error => 'e',
        _ => 'n',
    });

    private static SmokeReport Report()
    {
        var cases = SmokeCases.Read("""
            text: "Greet {{name}} with {{word}}"
            variables: { name: { example: Ann }, word: { example: pa$$word, secret: true } }
            tests:
            - { name: greets, expect: [{ icontains: ann }] }
            - { name: stays short, expect: [{ word-count: { max: 2 }, severity: warn }] }
            - { name: "keeps | the `word`", expect: [{ not-contains: pa$$word }, no-secrets] }
            - { name: is cheap, expect: [{ cost: 0.01 }] }
            - { name: is steady, expect: [{ contains: Ann }], pass: 2 of 3 }
            - { name: is there, expect: [{ contains: Ann }] }
            - { name: comes last, expect: [{ contains: Ann }] }
            """)
            .Select(test => (Result: CaseResult.Of(new(Target, test)), Case: test))
            .Select(test => test with { Result = test.Result with { Provenance = Provenance(test.Case) } })
            .ToArray();
        var answer = new Answer
        {
            Text = "Hello Ann, dear Ann",
            StopReason = "end_turn",
            Model = "amazon.nova-lite-v1:0",
            RequestId = "4b0b9a1e",
            Latency = TimeSpan.FromMilliseconds(812.4),
            Usage = new(12, 5, 17),
        };
        var throttled = new Retry("429 ThrottlingException", TimeSpan.FromMilliseconds(250));
        return new()
        {
            Stack = "dev",
            StartedAt = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero),
            Duration = TimeSpan.FromSeconds(4.2),
            Stopped = "interrupted",
            Cases =
            [
                Run(cases[0], RunResult.Of(cases[0].Case, answer, [throttled])),
                Run(cases[1], RunResult.Of(cases[1].Case, answer, [])),
                Run(cases[2], RunResult.Of(
                    cases[2].Case, answer with { Text = "::error::PA$$WORD\n::error::\u001b[31m, `it` | 100 %" }, [])),
                Run(cases[3], RunResult.Of(cases[3].Case, answer, [])),
                Run(cases[4],
                [
                    .. new[] { "Ann", "Bob", "{{name}}" }
                        .Select(text => RunResult.Of(cases[4].Case, answer with { Text = text }, [])),
                ]),
                Run(cases[5],
                    RunResult.Failed(cases[5].Case, "the connection was refused (pa$$word)", [throttled, throttled])),
                cases[6].Result,
            ],
        };
    }

    private static CaseResult Run((CaseResult Result, SmokeCase Case) test, params RunResult[] runs) =>
        test.Result with { Runs = [.. runs] };

    private static Verdict Provenance(SmokeCase test) =>
        new(Outcome.Pass, "the deployed content is that of release 3", "provenance", test.Name.At);
}
