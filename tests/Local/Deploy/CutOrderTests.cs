using FluentAssertions;
using Infra.Planning;
using Infra.Rendering;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Local.Deploy;

/// <summary>Every version that is kept holds its own release, however many are cut in one deployment.</summary>
public sealed class CutOrderTests
{
    private static readonly SampleProject Project =
        new() { Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}.", "Four {{name}}."] };

    [Theory]
    [InlineData("[1]", "[1, 2, 3]")]
    [InlineData("[1]", "{ kept: [1, 2, 3, 4], live: 2 }")]
    [InlineData("[1, 3]", "[1, 2, 3]")]
    [InlineData("draft", "[2, 1]")]
    [InlineData(null, "[1, 2, 3]")]
    [InlineData(null, "{ kept: [1, 2, 3], live: 1 }")]
    public async Task Releases_whose_deployment_was_skipped_are_cut_each_from_its_own_text(string? before, string after)
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan(before));
        var plan = Plan(after);

        await stack.Deploy(plan);

        await Holds(stack, plan);
        (await stack.Deploy(plan)).Should().BeEmpty();
        var draft = plan.Resources.Single(resource => resource.Type == "AWS::Bedrock::Prompt");
        var prompt = (await stack.List("AWS::Bedrock::Prompt")).Single();
        DeployedContent.IsSame(
            draft.Properties["Variants"]!,
            (await stack.Read("AWS::Bedrock::Prompt", prompt))["Variants"]!).Should().BeTrue();
    }

    [Fact]
    public async Task Versions_are_numbered_in_the_order_of_their_releases()
    {
        await using var stack = await LocalStack.Start();

        await stack.Deploy(Plan("[1, 2, 3, 4]"));

        var versions = await Versions(stack);
        versions.Select(version => Text(version["Description"]).Split(':')[0]).Should()
            .Equal("Release 1", "Release 2", "Release 3", "Release 4");
    }

    [Fact]
    public async Task A_draft_that_was_edited_by_hand_is_not_what_a_version_is_cut_from()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy((Project with { Text = "One {{name}}.", Target = "draft" }).Plan().Value!);
        var prompt = (await stack.List("AWS::Bedrock::Prompt")).Single();
        var other = Plan("[2]").Resources.Single(resource => resource.Type == "AWS::Bedrock::Prompt");
        await stack.Update("AWS::Bedrock::Prompt", prompt, "Variants", other.Properties["Variants"]!);
        var plan = Plan("[1]");

        await stack.Deploy(plan);

        await Holds(stack, plan);
    }

    private static async Task Holds(LocalStack stack, Plan plan)
    {
        var versions = await Versions(stack);
        foreach (var declared in plan.Resources.Where(resource => resource.Postcondition is not null))
        {
            var release = Text(declared.Properties["Description"]);
            var found = versions.Single(version => Text(version["Description"]) == release);
            DeployedContent.IsSame(declared.Postcondition!.Expected, found["Variants"]!).Should().BeTrue(release);
        }
    }

    private static async Task<IReadOnlyList<Value.Map>> Versions(LocalStack stack)
    {
        var prompt = (await stack.List("AWS::Bedrock::Prompt")).Single();
        var found = await stack.List("AWS::Bedrock::PromptVersion", Shorthand.Map(("PromptArn", prompt)));
        var versions = new List<Value.Map>();
        foreach (var version in found.Where(version => version.Split(':').Length > 6).Order(StringComparer.Ordinal))
        {
            versions.Add(await stack.Read("AWS::Bedrock::PromptVersion", version));
        }

        return versions;
    }

    private static string Text(Value? value) => ((Value.Text)value!).Content;

    private static Plan Plan(string? target) => (Project with { Target = target }).Plan().Value!;
}
