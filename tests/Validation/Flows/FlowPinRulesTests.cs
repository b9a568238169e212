using FluentAssertions;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Tests.Support;
using Infra.Validation.Flows;
using Xunit;

namespace Infra.Tests.Validation.Flows;

public sealed class FlowPinRulesTests
{
    private const string Loose = """
        kind: flow
        nodes:
          Message: { type: Input }
          Draft: { type: Prompt, prompt: served-as-draft, inputs: { text: Message.document } }
          Elsewhere:
            type: Prompt
            prompt: { arn: "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ" }
            guardrail: { id: abc, version: DRAFT }
          Call: { type: LambdaFunction, lambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:call" }
          Latest: { type: LambdaFunction, lambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:call:$LATEST" }
          Ask:
            type: Agent
            agentAliasArn: arn:aws:bedrock:us-east-1:123456789012:agent-alias/ABCDEFGHIJ/TSTALIASID
        """;

    private const string Tight = """
        kind: flow
        nodes:
          Message: { type: Input }
          Pinned: { type: Prompt, prompt: served@3, guardrail: { id: abc, version: "1" } }
          Elsewhere: { type: Prompt, prompt: { arn: "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:7" } }
          Call: { type: LambdaFunction, lambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:call:live" }
          Ask:
            type: Agent
            agentAliasArn: arn:aws:bedrock:us-east-1:123456789012:agent-alias/ABCDEFGHIJ/KLMNOPQRST
        """;

    [Fact]
    public void A_pinned_flow_may_reach_nothing_that_changes_under_it() => Check(Loose, isPinned: true)
        .Select(problem => (problem.Severity, problem.At.Line))
        .Should().Equal([.. new[] { 4, 7, 8, 9, 10, 13 }.Select(line => (Severity.Error, line))]);

    [Fact]
    public void A_draft_may_and_is_told() => Check(Loose, isPinned: false)
        .Should().HaveCount(6).And.OnlyContain(problem => problem.Severity == Severity.Warning);

    [Fact]
    public void Versions_and_aliases_do_not_change() => Check(Tight, isPinned: true).Should().BeEmpty();

    private static IEnumerable<Diagnostic> Check(string yaml, bool isPinned)
    {
        var flow = (Flow)Catalog.Read(new MemoryTree(("prompts/flow.yaml", yaml))).Value!.Definitions["flow"];
        return FlowPinRules.Check(flow, isPinned, reference => reference.Release is null);
    }
}
