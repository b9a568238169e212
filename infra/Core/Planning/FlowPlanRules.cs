using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Validation.Flows;

namespace Infra.Planning;

/// <summary>Checks a flow in one stack.</summary>
internal static class FlowPlanRules
{
    /// <remarks>
    /// An unknown prompt, or one that could not be read, is reported elsewhere. A flow that is served as a draft is
    /// meant to follow the drafts of its prompts, so these are not reported.
    /// </remarks>
    /// <summary>The stack must serve its prompts, its access must be known, and a pinned flow must not refer to
    /// anything that can change.</summary>
    public static IEnumerable<Diagnostic> Check(
        FlowDeployment flow,
        IReadOnlyDictionary<string, PromptDeployment> prompts,
        StackSettings settings,
        Func<string, bool> isKnown) =>
    [
        .. flow.Served.Distinct().SelectMany(content => PromptsAreServed(content, prompts, settings, isKnown)),
        .. flow.Served.Distinct().SelectMany(content =>
            FlowPinRules.Check(content, flow.Release is not null, reference => flow.Release is not null
                && prompts.TryGetValue(reference.Name, out var prompt) && prompt.Live is null)),
        .. flow.Served.Distinct().SelectMany(content => FlowAccess.Check(content, settings)),
    ];

    private static IEnumerable<Diagnostic> PromptsAreServed(
        Flow flow,
        IReadOnlyDictionary<string, PromptDeployment> prompts,
        StackSettings settings,
        Func<string, bool> isKnown) =>
        from node in flow.Body.AllNodes
        let reference = (node.Configuration as NodeConfiguration.Prompt)?.Source as PromptSource.Catalog
        where reference is not null
        let prompt = prompts.GetValueOrDefault(reference.Reference.Name)
        where prompt?.ContentOf(reference.Reference.Release) is null && isKnown(reference.Reference.Name)
        select prompt is null
            ? Problems.PromptNotServed(reference.Reference.At, reference.Reference.Name, settings.Stack)
            : Problems.ReleaseNotKept(reference.Reference.At, $"{reference.Reference}", settings.Stack);
}
