using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;
using Infra.Validation.Flows;

namespace Infra.Planning;

/// <summary>Checks that a flow fits the prompts that its stack serves with it, release by release (PRM440).</summary>
internal static class FlowPairing
{
    /// <remarks>A working file is checked with other working files, and with releases that it names, by the catalog's
    /// rules.</remarks>
    /// <summary>Nodes whose inputs differ from the variables of their prompt in this stack.</summary>
    public static IEnumerable<Diagnostic> Check(
        FlowDeployment flow,
        IReadOnlyDictionary<string, PromptDeployment> prompts,
        ReleaseHistory releases,
        StackSettings settings)
    {
        var at = settings.Live.GetValueOrDefault(flow.Name)?.At ?? settings.At;
        return
            from pair in Pairs(flow.Flow)
            where !settings.IsDoubtful
            where prompts.ContainsKey(pair.Prompt.Name)
            let prompt = prompts[pair.Prompt.Name]
            where flow.Release is not null || (pair.Prompt.Release is null && prompt.Live is not null)
            let content = prompt.ContentOf(pair.Prompt.Release)
            where content is not null && Difference(pair.Node, content) is not null
            select Problems.FlowDoesNotFit(
                at,
                Named(flow.Release, flow.Name),
                Named(pair.Prompt.Release ?? prompt.Live, prompt.Name),
                Difference(pair.Node, content)!,
                Advice(flow, prompt, prompts, releases));
    }

    private static IEnumerable<(FlowNode Node, PromptReference Prompt)> Pairs(Flow flow) =>
        from node in flow.Body.AllNodes
        let source = (node.Configuration as NodeConfiguration.Prompt)?.Source as PromptSource.Catalog
        where source is not null
        select (node, source.Reference);

    /// <summary>The inputs that a node lacks or has too many of; null when they match.</summary>
    private static string? Difference(FlowNode node, Prompt prompt)
    {
        var inputs = (node.Inputs ?? []).Select(input => input.Name.Value).ToArray();
        var variables = prompt.HasDoubtfulVariables ? [.. inputs] : FlowGraphs.Variables(prompt.Body);
        return variables.Except(inputs, StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? $"nothing fills the variable '{missing}' at node '{node.Name.Value}'"
            : inputs.Except(variables, StringComparer.Ordinal).FirstOrDefault() is { } unknown
                ? $"'{unknown}' of node '{node.Name.Value}' is not among its variables"
                : null;
    }

    private static string Advice(
        FlowDeployment flow,
        PromptDeployment prompt,
        IReadOnlyDictionary<string, PromptDeployment> prompts,
        ReleaseHistory releases)
    {
        var other = releases[flow.Name].Values.LastOrDefault(release =>
            release.Definition is Flow candidate && Pairs(candidate).All(pair =>
                prompts.GetValueOrDefault(pair.Prompt.Name)?.ContentOf(pair.Prompt.Release) is { } content
                && Difference(pair.Node, content) is null));
        other ??= releases[prompt.Name].Values.LastOrDefault(release =>
            release.Definition is Prompt candidate && Pairs(flow.Flow)
                .Where(pair => pair.Prompt.Name == prompt.Name && pair.Prompt.Release is null)
                .All(pair => Difference(pair.Node, candidate) is null));
        return other is null
            ? $"Make a release of '{flow.Name}' that fits."
            : $"Release {other.Number} of '{other.Name}' fits. Change both in one step: promote with '--with "
                + $"{other.Name}@{other.Number}', or roll back with '--with {other.Name}'.";
    }

    private static string Named(int? release, string name) =>
        release is { } number ? $"release {number} of '{name}'" : $"the draft of '{name}'";
}
