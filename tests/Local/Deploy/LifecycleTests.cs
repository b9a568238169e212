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

    private static readonly SampleProject Project = new() { Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}.", "Four {{name}}."] };

    [Fact]
    public async Task A_promotion_takes_three_writes_and_at_most_one_delete_a_rollback_one_and_no_change_none()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]"));

        (await stack.Deploy(Plan("[1, 2]"))).Should().Equal(
            "UpdateResource AWS::Bedrock::Prompt", "CreateResource AWS::Bedrock::PromptVersion", "UpdateResource AWS::SSM::Parameter");
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
        foreach (var target in new[] { "[1]", "[1, 2]", "[1, 2, 3]", "{ kept: [1, 2, 3], live: 2 }", "{ kept: [1, 2, 3], live: 1 }", "[1, 4]" })
        {
            var plan = Plan(target);
            await stack.Deploy(plan);

            DeployedContent.IsSame(Shorthand.List(plan.Aliases.Single().Content), (await stack.ReadThroughAlias(Alias))!)
                .Should().BeTrue(target);
        }
    }

    [Fact]
    public async Task At_every_moment_of_a_promotion_the_alias_leads_to_the_old_or_the_new_content()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]"));
        using var done = new CancellationTokenSource();
        var seen = new HashSet<string>();
        var reader = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                seen.Add(Text(await stack.ReadThroughAlias(Alias)));
            }
        });

        foreach (var target in new[] { "[1, 2]", "[1, 2, 3]", "{ kept: [1, 2, 3], live: 2 }", "[1, 2, 4]" })
        {
            await stack.Deploy(Plan(target));
        }

        await done.CancelAsync();
        await reader;
        seen.Should().BeSubsetOf(["One {{name}}.", "Two {{name}}.", "Three {{name}}.", "Four {{name}}."]);
    }

    [Fact]
    public async Task Changed_tags_and_descriptions_never_touch_a_version()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1, 2]"));

        var calls = await stack.Deploy((Project with { Target = "[1, 2]", Settings = ["tags: { team: shop }"] }).Plan().Value!);

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
