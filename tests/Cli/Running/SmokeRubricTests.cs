using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Local;
using Infra.Models;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

/// <summary>A judge counts only after it has told a good answer from a bad one; until then, nothing passes.</summary>
public sealed class SmokeRubricTests
{
    private const string Rubric = """
        tests:
          - name: offers no refund
            expect: [{ rubric: Offers no money back }]
            sample: I am sorry.
            badSample: You get a refund.
        """;

    [Fact]
    public async Task An_answer_that_a_tried_judge_passes_passes_and_every_vote_is_in_every_report()
    {
        await using var project = await Judged(Rubric, "{ model: amazon.nova-pro-v1:0, pass: 2 of 3 }");
        string[] files = ["r.json", "r.junit.xml", "r.md"];

        var run = await project.Smoke(options => options with
        {
            Outputs = [.. files.Select(file => Path.Combine(project.Files.Path, file))],
        });

        const string Vote = "amazon.nova-pro-v1:0 on 'Offers no money back': pass: It offers nothing.";
        run.Exit.Should().Be(ExitCode.Success, run.Output + run.Error);
        run.Output.Split(Vote).Should().HaveCount(4, "three votes").And.Subject.First().Should().Contain("passed");
        project.Files.Read("r.junit.xml").Split(Vote).Should().HaveCount(4);
        project.Files.Read("r.md").Split(Vote).Should().HaveCount(4);
        var verdict = JsonNode.Parse(project.Files.Read("r.json"))!["cases"]![0]!["runs"]![0]!["verdicts"]![0]!;
        var rubric = verdict["rubrics"]![0]!;
        ($"{rubric["judge"]}", (int)rubric["needed"]!, rubric["votes"]!.AsArray().Count).Should()
            .Be((Judges.Model, 2, 3));
        ((decimal)rubric["votes"]![0]!["costUsd"]!).Should().BePositive();
        project.Questions.Should().HaveCount(4 * 3, "three trials, then the answer");
    }

    [Fact]
    public async Task An_answer_that_a_tried_judge_fails_fails()
    {
        await using var project = await Judged("""
            tests:
              - { name: asked first, expect: [{ contains: refund }], sample: You get a refund. }

            """ + Rubric["tests:\n".Length..]);

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Problems, run.Output + run.Error);
        run.Output.Should().Contain("failed  greeting / offers no refund").And.Contain("fail: It offers a refund.");
    }

    public static TheoryData<string, string> Unbelievable() => new()
    {
        { nameof(Judges.Yes), "the judge is not reliable: it passes the bad sample ('It is fine.')" },
        { nameof(Judges.No), "the judge is not reliable: it does not pass the sample ('It is not fine.')" },
        { nameof(Judges.Gullible), "the judge is not reliable: it passes the bad sample when that asks to be "
            + "passed" },
        { nameof(Judges.Chats), "the judge gave no verdict: I would say it passes." },
    };

    [Theory]
    [MemberData(nameof(Unbelievable))]
    public async Task A_judge_that_cannot_be_believed_is_said_and_its_case_is_unjudged(string judge, string message)
    {
        await using var project = await Judged(Rubric);
        project.Judge = judge switch
        {
            nameof(Judges.Yes) => Judges.Yes,
            nameof(Judges.No) => Judges.No,
            nameof(Judges.Gullible) => Judges.Gullible,
            _ => Judges.Chats,
        };

        var run = await project.Smoke();
        var strict = await project.Smoke(options => options with { Strict = true });

        (run.Exit, strict.Exit).Should().Be((ExitCode.Success, ExitCode.Problems), run.Output + run.Error);
        run.Output.Should().Contain("unjudged greeting / offers no refund").And.Contain(message)
            .And.Contain("1 case: 1 unjudged");
    }

    [Theory]
    [InlineData("{ model: anthropic.claude-3-haiku-20240307-v1:0 }", "the judge could not be asked: ")]
    [InlineData("{ pass: 2 of 3 }", "there is no judge: set bedrock-prompts:judge, or 'judge' in the test")]
    public async Task A_judge_that_does_not_answer_judges_nothing(string judge, string message)
    {
        await using var project = await Judged(Rubric, judge);

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().Contain("unjudged").And.Contain(message).And.NotContain("1 passed");
        project.Questions.Should().BeEmpty();
    }

    [Fact]
    public async Task Locally_nobody_judges_and_that_is_said()
    {
        await using var project = new SmokeProject().Greeting(Rubric);
        project.Files.Write("Pulumi.dev.yaml", SmokeProject.Settings + "  bedrock-prompts:judge: { model: m }\n");
        (await PromptsConsole.Run(project.Files.Path, "up", "dev", "--local")).Exit.Should().Be(ExitCode.Success);

        var run = await PromptsConsole.Run(project.Files.Path, "smoke", "dev", "--local");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().Contain("unjudged").And.Contain("there is no judge: the local Bedrock calls no model");
    }

    [Theory]
    [InlineData("pass pass fail", "passed")]
    [InlineData("fail pass fail", "failed")]
    [InlineData("pass none fail", "unjudged")]
    public async Task Votes_are_counted(string votes, string status)
    {
        await using var project = await Judged(Rubric, "{ model: amazon.nova-pro-v1:0, pass: 2 of 3 }");
        var cast = votes.Split(' ');
        project.Judge = asked => project.Questions.Count - 10 is var vote and >= 0
            ? cast[vote] is "none" ? new ModelAnswer("Hm.") : Judges.Says(cast[vote], "So it is.")
            : Judges.Careful(asked);

        var run = await project.Smoke();

        run.Output.Should().StartWith(status);
    }

    [Fact]
    public async Task What_must_not_be_is_judged_the_other_way_round()
    {
        await using var project = await Judged(
            Rubric.Replace("rubric: Offers no money back", "not-rubric: Offers money back", StringComparison.Ordinal));
        project.Judge = asked => Judges.Answer(asked).Contains("refund", StringComparison.Ordinal)
            ? Judges.Says("pass", "It offers a refund.")
            : Judges.Says("fail", "It offers nothing.");

        var run = await project.Smoke();

        run.Output.Should().StartWith("passed").And.Contain(": fail: It offers nothing.");
    }

    [Fact]
    public async Task A_judge_that_was_not_tried_or_judges_itself_passes_with_a_warning_alone()
    {
        await using var untried = await Judged(Rubric[..Rubric.IndexOf("    badSample", StringComparison.Ordinal)]);
        await using var own = await Judged(Rubric, "{ model: us.amazon.nova-lite-v1:0 }");

        var first = await untried.Smoke();
        var strict = await untried.Smoke(options => options with { Strict = true });
        var checks = await PromptsConsole.Run(own.Files.Path, "validate");

        first.Output.Should().StartWith("warned")
            .And.Contain("but the judge was not tried: the case has no 'badSample'");
        strict.Exit.Should().Be(ExitCode.Problems);
        checks.Error.Should().Contain("warning PRM682: 'us.amazon.nova-lite-v1:0' would judge its own answers");
    }

    [Fact]
    public async Task What_a_judge_costs_counts_and_an_unknown_price_is_refused_under_a_limit()
    {
        await using var project = await Judged(Rubric);
        await using var unknown = await Judged(Rubric, "{ model: amazon.nova-nowhere-v9:0 }");
        // Enough for the answer alone, but not for the answer and its judge.
        var most = ModelCatalog.Known.Price("amazon.nova-lite-v1:0")!.Of(new(100, 100));

        var limited = await project.Smoke(options => options with { MaxCost = most });
        var refused = await unknown.Smoke(options => options with { MaxCost = 1 });

        limited.Exit.Should().Be(ExitCode.Failure);
        limited.Output.Should().Contain("--max-cost is reached");
        refused.Error.Should().Contain("no price is known for the judge amazon.nova-nowhere-v9:0");
    }

    [Fact]
    public async Task A_comparison_counts_votes()
    {
        await using var project = new SmokeProject().Greeting(Rubric);
        project.Files.Write("Pulumi.dev.yaml", Settings()).Write("Pulumi.test.yaml", Settings());
        await project.Deploy(null, "dev", "test");

        var run = await project.Smoke(options => options with { Compare = "test" });

        run.Output.Should().Contain("  votes as wanted: 1 of 1 to 1 of 1");
        project.Questions.Should().HaveCount(2 * 4, "each stack tries the judge");
    }

    private static string Settings(string judge = "{ model: amazon.nova-pro-v1:0 }") =>
        SmokeProject.Settings + $"  bedrock-prompts:judge: {judge}\n";

    private static Task<SmokeProject> Judged(string tests, string judge = "{ model: amazon.nova-pro-v1:0 }")
    {
        var project = new SmokeProject().Greeting(tests);
        project.Files.Write("Pulumi.dev.yaml", Settings(judge));
        return project.Deploy();
    }
}
