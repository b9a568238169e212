using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Planning;

/// <summary>What a stack holds, its placeholders resolved.</summary>
/// <param name="Prompts">In ordinal order of their names.</param>
/// <param name="Flows">In ordinal order of their names.</param>
/// <param name="Missing">Names that it asks for and does not get, which is reported:
/// what follows from it is not.</param>
internal sealed record Deployments(
    ImmutableArray<PromptDeployment> Prompts, ImmutableArray<FlowDeployment> Flows, ImmutableHashSet<string> Missing)
{
    /// <summary>What a stack's settings ask for; what cannot be had is reported.</summary>
    public static Deployments Of(Project project, StackSettings settings, ICollection<Diagnostic> report)
    {
        var placeholders = new Placeholders(settings.Stack, settings.Values);
        var asked = Names(project, settings)
            .Select(name => (Name: name, Served: ServedDefinition.Of(name, project, settings, report)))
            .ToArray();
        var served = asked.Select(name => name.Served).OfType<ServedDefinition>().ToArray();
        return new(
            [.. served.Where(definition => definition.Live is Prompt)
                .Select(prompt => Prompt(prompt, placeholders, report))],
            [.. served.Where(definition => definition.Live is Flow).Select(flow => new FlowDeployment(
                Fill((Flow)flow.Live, placeholders, report), flow.Release?.Number, flow.Release?.Note))],
            [
                .. asked
                    .Where(name => name.Served is null && (settings.Live.ContainsKey(name.Name)
                        || settings.Default is not DefaultTarget.Latest || project.IsNewestBroken(name.Name)))
                    .Select(name => name.Name),
                .. project.Catalog.Broken,
            ]);
    }

    /// <summary>A name exists in a stack if it is listed there,
    /// or if it has a working file and the default serves it.</summary>
    private static IEnumerable<string> Names(Project project, StackSettings settings) => settings.Live.Keys
        .Concat(settings.Default is DefaultTarget.None ? [] : project.Catalog.Definitions.Keys)
        .Distinct(StringComparer.Ordinal)
        .Where(project.Knows)
        .Order(StringComparer.Ordinal);

    private static PromptDeployment Prompt(
        ServedDefinition served, Placeholders placeholders, ICollection<Diagnostic> report)
    {
        if (served.Release is null)
        {
            return new(Fill((Prompt)served.Live, placeholders, report), [], Live: null);
        }

        var kept = served.Kept
            .Select(release => new KeptRelease(
                release.Number, Fill((Prompt)release.Definition, placeholders, report), release.Note))
            .ToImmutableArray();
        return new(kept[^1].Prompt, kept, served.Release.Number);
    }

    private static Prompt Fill(Prompt prompt, Placeholders values, ICollection<Diagnostic> report) =>
        Judged(prompt, values.Resolve(prompt, report), values, report);

    private static Flow Fill(Flow flow, Placeholders values, ICollection<Diagnostic> report) =>
        Judged(flow, values.Resolve(flow, report), values, report);

    private static T Judged<T>(T written, T filled, Placeholders values, ICollection<Diagnostic> report)
        where T : Definition
    {
        foreach (var problem in FilledRules.Check(written, filled, values))
        {
            report.Add(problem);
        }

        return filled;
    }
}
