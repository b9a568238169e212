using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Planning;

namespace Infra.Smoke.Cases;

/// <summary>The cases to run and their targets, determined before anything is called.</summary>
/// <param name="Cases">By name of the definition, then in file order.</param>
public sealed record SmokePlan(ImmutableArray<PlannedCase> Cases)
{
    /// <summary>
    /// The cases for what a stack serves, read from the release (or working file) that each alias leads to.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="targets">The targets of the stack's aliases.</param>
    /// <param name="selection">The cases to select.</param>
    public static Checked<SmokePlan> Of(Project project, ImmutableArray<SmokeTarget> targets, SmokeSelection selection)
    {
        var report = new List<Diagnostic>();
        var served = targets
            .Select(target => (Target: target, Definition: Served(project, target)))
            .Where(pair => pair.Definition is not null)
            .ToImmutableSortedDictionary(pair => pair.Target.Name, pair => pair, StringComparer.Ordinal);
        var cases = served.Values.SelectMany(pair => SmokeCaseReader
            .Read(pair.Definition!, name => served.GetValueOrDefault(name).Definition as Prompt, report)
            .Where(selection.Includes)
            .Select(test => new PlannedCase(pair.Target, test)));
        return new(new([.. cases]), report.InFileOrder());
    }

    /// <summary>The definition that an alias leads to; null when the repository does not have it.</summary>
    public static Definition? Served(Project project, SmokeTarget target) => target.Release is { } release
        ? project.Releases[target.Name, release]?.Definition
        : project.Catalog.Definitions.GetValueOrDefault(target.Name);
}

/// <summary>A case and its target.</summary>
public sealed record PlannedCase(SmokeTarget Target, SmokeCase Case);

/// <summary>The target of an alias.</summary>
/// <param name="Name">The prompt or flow.</param>
/// <param name="Kind"><c>prompt</c> or <c>flow</c>.</param>
/// <param name="Release">The live release; null for a draft.</param>
/// <param name="Version">The version's number on AWS; <c>DRAFT</c> for a draft.</param>
/// <param name="Arn">The ARN to call: of a prompt, a version or a flow alias; empty if there is no alias.</param>
/// <param name="Parameter">The parameter that applications read; null if unknown.</param>
/// <param name="Digest">The digest of the release or of the working file; null if unknown.</param>
public sealed record SmokeTarget(
    string Name, string Kind, int? Release, string? Version, string Arn, string? Parameter, string? Digest)
{
    /// <summary>Whether there is an ARN to call.</summary>
    public bool IsDeployed => Arn.Length > 0;

    /// <inheritdoc/>
    public override string ToString() => (Release, Version) switch
    {
        (null, _) => "draft",
        ({ } release, null) => $"release {release}",
        ({ } release, { } version) => $"release {release}, version {version}",
    };
}
