using FluentAssertions;
using Infra.Planning;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Targets;

/// <summary>What is not metered by prompt is said in words, in every form of the plan.</summary>
public sealed class UnmeasuredTests
{
    [Fact]
    public void What_no_profile_stands_before_is_said_in_every_form_of_the_plan()
    {
        var plan = Everything(measure: true);

        var text = Written(plan, PlanText.Write);

        text.Should().Contain("Not metered by prompt:").And.Contain("an agent, which has metrics of its own");
        Written(plan, PlanText.WriteMarkdown).Should().Contain("Not metered by prompt:");
        var json = (Value.Map)JsonValue.Parse(Written(plan, PlanJson.Write));
        ((Value.Map)json["unmeasured"]!).Entries.Keys.Should()
            .BeEquivalentTo(plan.Unmeasured.Select(use => use.Owner).Distinct());
        ((Value.Map)json["measured"]!).Entries.Should().NotBeEmpty();
    }

    /// <summary>Nodes of flows that call a model without a prompt of the stack.</summary>
    [Theory]
    [InlineData("{ type: Prompt, prompt: { model: amazon.nova-lite-v1:0, text: 'Hi {{a}}.' },"
        + " inputs: { a: M.document } }",
        "node N names its model itself (amazon.nova-lite-v1:0); make a prompt of it to have it metered")]
    [InlineData("{ type: Agent, agentAliasArn: 'arn:aws:bedrock:us-east-1:123456789012:agent-alias/ABCDEFGHIJ/KL',"
        + " inputs: { agentInputText: M.document } }", "node N calls an agent, which has metrics of its own")]
    [InlineData("{ type: Prompt, prompt: { arn: 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1' },"
        + " inputs: { a: M.document } }",
        "node N calls a prompt outside this stack (arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1)")]
    public void A_node_that_calls_past_the_stacks_prompts_is_said(string node, string expected)
    {
        var tree = new MemoryTree(
        [
            ("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n"
                + "  bedrock-prompts:measure: true\n"),
            ("prompts/f.yaml", "kind: flow\nnodes:\n  M: { type: Input, output: String }\n"
                + $"  N: {node}\n  O: {{ type: Output, inputs: {{ document: N.{Output(node)} }} }}\n"),
        ]);
        var project = Project.Read(tree).Value!;

        var plan = Planner.Plan(project, project.Stacks["dev"]).Value!;

        plan.Unmeasured.Should().Equal(new UnmeasuredUse("f", expected));
    }

    [Fact]
    public void A_stack_that_does_not_ask_hears_nothing_of_it()
    {
        var plan = Everything(measure: false);

        plan.Unmeasured.Should().BeEmpty();
        Written(plan, PlanText.Write).Should().NotContain("metered");
        Written(plan, PlanJson.Write).Should().NotContain("measured");
    }

    private static string Output(string node) =>
        node.Contains("Agent,", StringComparison.Ordinal) ? "agentResponse" : "modelCompletion";

    private static Plan Everything(bool measure)
    {
        var project = Project.Read(new WorkingTree(Repository.Path("tests", "Samples", "everything"))).Value!;
        var settings = project.Stacks["dev"] with
        {
            Measure = measure ? Infra.Settings.Measuring.On : Infra.Settings.Measuring.Off,
        };
        return Planner.Plan(project, settings).Value!;
    }

    private static string Written(Plan plan, Action<Plan, TextWriter> write)
    {
        var output = new StringWriter();
        write(plan, output);
        return output.ToString();
    }
}
