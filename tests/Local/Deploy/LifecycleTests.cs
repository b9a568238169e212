using FluentAssertions;
using Infra.Planning;
using Infra.Rendering;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Local.Deploy;

public sealed class LifecycleTests
{
    private const string Alias = "/bedrock-prompts/prod/greeting/live";

    private static readonly SampleProject Project = new()
    {
        Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}.", "Four {{name}}."],
    };

    private static readonly (string Target, string Content)[] Steps =
    [
        ("[1, 2]", "Two {{name}}."),
        ("[1, 2, 3]", "Three {{name}}."),
        ("{ kept: [1, 2, 3], live: 2 }", "Two {{name}}."),
        ("{ kept: [1, 2, 3], live: 1 }", "One {{name}}."),
        ("[1, 4]", "Four {{name}}."),
    ];

    [Fact]
    public async Task A_promotion_takes_three_writes_and_at_most_one_delete_a_rollback_one_and_no_change_none()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]"));

        (await stack.Deploy(Plan("[1, 2]"))).Should().Equal(
            "UpdateResource AWS::Bedrock::Prompt",
            "CreateResource AWS::Bedrock::PromptVersion",
            "UpdateResource AWS::SSM::Parameter");
        (await stack.Deploy(Plan("[1, 2]"))).Should().BeEmpty();
        (await stack.Deploy(Plan("[2, 3]"))).Should().Equal(
            "UpdateResource AWS::Bedrock::Prompt",
            "CreateResource AWS::Bedrock::PromptVersion",
            "UpdateResource AWS::SSM::Parameter",
            "DeleteResource AWS::Bedrock::PromptVersion");
        (await stack.Deploy(Plan("{ kept: [2, 3], live: 2 }"))).Should().Equal("UpdateResource AWS::SSM::Parameter");
    }

    [Fact]
    public async Task An_application_reads_the_right_content_through_the_alias_after_each_step()
    {
        await using var stack = await LocalStack.Start();
        foreach (var target in Steps.Select(step => step.Target).Prepend("[1]"))
        {
            var plan = Plan(target);
            await stack.Deploy(plan);

            var found = (await stack.ReadThroughAlias(Alias))!;
            DeployedContent.IsSame(Shorthand.List(plan.Aliases.Single().Content), found).Should().BeTrue(target);
        }
    }

    [Fact]
    public async Task At_every_moment_of_a_promotion_the_alias_leads_to_the_old_or_the_new_content()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]"));
        var before = "One {{name}}.";
        foreach (var (target, after) in Steps)
        {
            var seen = await Readers.During(
                stack.Deploy(Plan(target)), async () => Text(await stack.ReadThroughAlias(Alias)));

            seen.Should().BeSubsetOf([before, after], target);
            before = after;
        }

        Text(await stack.ReadThroughAlias(Alias)).Should().Be(before);
    }

    [Fact]
    public async Task Changed_tags_and_descriptions_never_touch_a_version()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1, 2]"));

        var tagged = Project with { Target = "[1, 2]", Settings = ["tags: { team: shop }"] };
        var calls = await stack.Deploy(tagged.Plan().Value!);

        calls.Should().NotBeEmpty().And.NotContain(call => call.EndsWith("PromptVersion", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_deployed_can_be_taken_down_again()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1, 2]"));

        await stack.Destroy();

        (await stack.Count("AWS::Bedrock::Prompt")).Should().Be(0);
        (await stack.Count("AWS::SSM::Parameter")).Should().Be(0);
    }

    private static Plan Plan(string target) => (Project with { Target = target }).Plan().Value!;

    private static string Text(Value? variants)
    {
        var json = CanonicalJson.Compact(variants ?? "nothing");
        var start = json.IndexOf("\"Text\":{\"InputVariables\"", StringComparison.Ordinal);
        return start < 0 ? json : json.Split("\"Text\":\"")[1].Split('"')[0];
    }
}
