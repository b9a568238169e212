using System.Text.RegularExpressions;
using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>Checks that a pinned flow refers to nothing that can change.</summary>
/// <remarks>
/// A flow version keeps its definition, but not what it refers to: an unversioned prompt, a Lambda function without
/// version or alias, a guardrail's DRAFT and an agent's test alias change with their owners.
/// </remarks>
public static partial class FlowPinRules
{
    /// <summary>What can change: errors when the stack pins the flow, otherwise warnings.</summary>
    /// <param name="flow">The flow with the stack's values filled in.</param>
    /// <param name="isPinned">Whether the stack pins it.</param>
    /// <param name="isDraft">Whether the stack serves the draft of a prompt.</param>
    public static IEnumerable<Diagnostic> Check(Flow flow, bool isPinned, Func<PromptReference, bool> isDraft) =>
        from node in flow.Body.AllNodes
        from loose in Loose(node.Configuration, isDraft)
        select Problems.Unpinned(loose.At, $"{loose.What} of '{node.Name.Value}'", loose.Remedy, isPinned);

    private static IEnumerable<(Location At, string What, string Remedy)> Loose(
        NodeConfiguration configuration, Func<PromptReference, bool> isDraft) => configuration switch
        {
            NodeConfiguration.Prompt prompt => [.. Loose(prompt.Source, isDraft), .. Loose(prompt.Guardrail)],
            NodeConfiguration.KnowledgeBase knowledgeBase => Loose(knowledgeBase.Guardrail),
            NodeConfiguration.LambdaFunction { LambdaArn: var arn } when UnqualifiedLambda().IsMatch(arn.Value) =>
                [(arn.At, "The code", "Write the function's ARN with a version or an alias of your own.")],
            NodeConfiguration.Agent { AgentAliasArn: var arn } when IsTestAlias(arn.Value) =>
                [(arn.At, "The agent", "Write an alias that points to a version, not TSTALIASID.")],
            NodeConfiguration.Lex { BotAliasArn: var arn } when IsTestAlias(arn.Value) =>
                [(arn.At, "The bot", "Write an alias that points to a version, not TSTALIASID.")],
            NodeConfiguration.Collector or NodeConfiguration.Condition or NodeConfiguration.InlineCode
                or NodeConfiguration.Input or NodeConfiguration.Iterator or NodeConfiguration.Loop
                or NodeConfiguration.LoopController or NodeConfiguration.LoopInput or NodeConfiguration.Output
                or NodeConfiguration.Retrieval or NodeConfiguration.Storage => [],
            _ => [],
        };

    private static IEnumerable<(Location At, string What, string Remedy)> Loose(
        PromptSource source, Func<PromptReference, bool> isDraft) => source switch
        {
            PromptSource.Catalog { Reference: var reference } when isDraft(reference) =>
                [(
                    reference.At, $"The prompt '{reference}'",
                    "It is served as a draft: release it and list the release.")],
            PromptSource.Arn { PromptArn: var arn } when UnversionedPrompt().IsMatch(arn.Value) =>
                [(arn.At, "The prompt", "Write the ARN of a version, which ends in a colon and a number.")],
            PromptSource.Inline => [],
            _ => [],
        };

    private static IEnumerable<(Location At, string What, string Remedy)> Loose(Guardrail? guardrail) =>
        guardrail?.Version is { Value: "DRAFT" } version
            ? [(version.At, "The guardrail", "Write the number of a version instead of DRAFT.")]
            : [];

    /// <summary>Whether an alias is the one that every agent and bot has from the start, and which follows the
    /// draft.</summary>
    private static bool IsTestAlias(string arn) => arn.EndsWith("/TSTALIASID", StringComparison.Ordinal);

    [GeneratedRegex(@":function:[^:]+(:\$LATEST)?\z")]
    private static partial Regex UnqualifiedLambda();

    [GeneratedRegex(@":prompt/[^:]+\z")]
    private static partial Regex UnversionedPrompt();
}
