using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Planning;

/// <summary>What a stack deploys, with placeholders resolved.</summary>
/// <param name="Prompts">In ordinal order of their names.</param>
/// <param name="Flows">In ordinal order of their names.</param>
/// <param name="Missing">Names that the stack asks for but does not get, which has been reported; what follows from
/// that is not.</param>
internal sealed record Deployments(
    ImmutableArray<PromptDeployment> Prompts, ImmutableArray<FlowDeployment> Flows, ImmutableHashSet<string> Missing)
{
    /// <summary>What a stack's settings ask for; what is not available is reported.</summary>
    public static Deployments Of(Project project, StackSettings settings, ICollection<Diagnostic> report)
    {
        var placeholders = new Placeholders(settings.Stack, settings.Values);
        var asked = Names(project, settings)
            .Select(name => (Name: name, Served: ResolvedTarget.Of(name, project, settings, report)))
            .ToArray();
        var served = asked.Select(name => name.Served).OfType<ResolvedTarget>().ToArray();
        return new(
            [.. served.Where(definition => definition.Live is Prompt).Select(prompt => Measured(
                Prompt(prompt, placeholders, report) with { Experiment = Experiment(prompt, settings) }, settings))],
            [.. served.Where(definition => definition.Live is Flow)
                .Select(flow => Flow(flow, Experiment(flow, settings), placeholders, report))],
            [
                .. asked
                    .Where(name => name.Served is null && (settings.Live.ContainsKey(name.Name)
                        || settings.Default is not DefaultTarget.Latest || project.IsNewestBroken(name.Name)))
                    .Select(name => name.Name),
                .. project.Catalog.Broken,
            ]);
    }

    /// <summary>The names of a stack: those that it lists, and those with a working file if the default serves
    /// them.</summary>
    private static IEnumerable<string> Names(Project project, StackSettings settings) => settings.Live.Keys
        .Concat(settings.Default is DefaultTarget.None ? [] : project.Catalog.Definitions.Keys)
        .Distinct(StringComparer.Ordinal)
        .Where(project.Knows)
        .Order(StringComparer.Ordinal);

    /// <summary>The experiment on a name; null for an invalid one, which <see cref="ExperimentRules"/>
    /// report.</summary>
    private static Experiment? Experiment(ResolvedTarget served, StackSettings settings) =>
        settings.Experiments.GetValueOrDefault(served.Live.Name) is { } experiment
        && served.Release is { } live && experiment.Arms[0].Release == live.Number
        && experiment.Arms.All(arm => served.Kept.Any(kept => kept.Number == arm.Release))
            ? experiment
            : null;

    private static FlowDeployment Flow(
        ResolvedTarget served, Experiment? experiment, Placeholders placeholders, ICollection<Diagnostic> report) =>
        new(Fill((Flow)served.Live, placeholders, report), served.Release?.Number, served.Release?.Note)
        {
            Experiment = experiment,
            Arms = experiment is null ? [] :
            [
                .. from kept in served.Kept
                   from arm in experiment.Arms.Skip(1)
                   where arm.Release == kept.Number
                   select new FlowArm(
                       arm.Key, arm.Release, Fill((Flow)kept.Definition, placeholders, report), kept.Note),
            ],
        };

    private static PromptDeployment Measured(PromptDeployment prompt, StackSettings settings) =>
        prompt with { Profiles = MeasuredModels.Of(prompt, settings) };

    private static PromptDeployment Prompt(
        ResolvedTarget served, Placeholders placeholders, ICollection<Diagnostic> report)
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
