using FluentAssertions;
using Infra.Changes;
using Infra.Definitions;
using Infra.Models;
using Infra.Planning;
using Infra.Releases;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class FlowPlanTests
{
    private const string Prompt = """
        model: amazon.nova-lite-v1:0
        inference: { maxTokens: 100 }
        text: "TEXT {{question}}"
        variables: { question: What }
        """;

    private const string Flow = """
        kind: flow
        nodes:
          Message: { type: Input, output: String }
          Reply: { type: Prompt, prompt: PROMPT, inputs: { question: Message.document } }
          Answer: { type: Output, inputs: { document: Reply.modelCompletion } }
        """;

    [Fact]
    public void A_pinned_flow_has_one_version_and_one_alias_that_leads_to_it()
    {
        var plan = Plan("{ answer: [1, 2], ask: 1 }");

        plan.Diagnostics.Should().BeEmpty();
        plan.Value!.Resources.Where(resource => resource.Owner == "ask").Select(resource => resource.Type).Should()
            .Equal(
            "AWS::IAM::Role", "AWS::IAM::RolePolicy", "AWS::Bedrock::Flow", "AWS::Bedrock::FlowVersion",
            "AWS::Bedrock::FlowAlias", "AWS::IAM::ManagedPolicy", "AWS::SSM::Parameter");
    }

    /// <summary>It does not leave this to the flow, whose draft may name something else when somebody destroys the
    /// stack half-way.</summary>
    [Fact]
    public void A_version_of_a_flow_needs_the_versions_that_it_calls_and_what_allows_it()
    {
        var resources = Plan("{ answer: { kept: [1, 2], live: 1 }, ask: 1 }").Value!.Resources;

        var policy = resources.Single(resource => resource.Type == "AWS::IAM::RolePolicy").Name;

        resources.Single(resource => resource.Type == "AWS::Bedrock::FlowVersion").DependsOn
            .Should().Equal(policy, "answer-r1");
    }

    [Fact]
    public void A_promoted_prompt_gives_the_flow_a_new_version_and_moves_its_alias()
    {
        var changes = PlanChanges.Between(Plan("{ answer: [1], ask: 1 }").Value, Plan("{ answer: [1, 2], ask: 1 }")
            .Value!, ModelCatalog.Known);

        changes.Resources.Where(change => change.Resource.Owner == "ask")
            .Select(change => $"{change.Kind} {change.Resource.Type}").Should().Equal(
                "Update AWS::Bedrock::Flow",
                "Create AWS::Bedrock::FlowVersion",
                "Update AWS::Bedrock::FlowAlias",
                "Delete AWS::Bedrock::FlowVersion");
    }

    [Fact]
    public void A_draft_flow_is_called_by_the_alias_that_follows_its_draft() =>
        ValueText.Of(Plan("{ answer: draft, ask: draft }").Value!.Aliases.Single(alias => alias.Kind == "flow").Arn)
            .Should().Be("${ask.Arn}/alias/TSTALIASID");

    [Theory]
    [InlineData("{ ask: 1 }", "answer", "PRM270")]
    [InlineData("{ answer: 1, ask: draft }", "answer@2", "PRM271")]
    [InlineData("{ answer: draft, ask: 1 }", "answer", "PRM267")]
    public void A_flow_whose_prompt_the_stack_does_not_hold_is_an_error(string live, string prompt, string code) =>
        Plan(live, prompt).Diagnostics.Should().ContainSingle(problem => problem.Code == code);

    private static Infra.Diagnostics.Checked<Plan> Plan(string live, string prompt = "answer")
    {
        var flow = Flow.Replace("PROMPT", prompt, StringComparison.Ordinal);
        var tree = new MemoryTree(
            ("Pulumi.prod.yaml", $"config:\n  aws:region: us-east-1\n  bedrock-prompts:live: {live}\n"),
            ("prompts/answer.yaml", Answer("Working")),
            ("prompts/ask.yaml", flow),
            (Release.Path("answer", 1), Frozen("answer", 1, Answer("One"))),
            (Release.Path("answer", 2), Frozen("answer", 2, Answer("Two"))),
            (Release.Path("ask", 1), Frozen("ask", 1, flow)));
        var project = Project.Read(tree).Value!;
        return Planner.Plan(project, project.Stacks["prod"]);
    }

    private static string Answer(string text) => Prompt.Replace("TEXT", text, StringComparison.Ordinal);

    private static string Frozen(string name, int number, string yaml)
    {
        var catalog = Catalog.Read(new MemoryTree(($"prompts/{name}.yaml", yaml))).Value!;
        return ReleaseFile.Write(number, null, catalog.Definitions[name], catalog);
    }
}
