using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>The files that a stack's target of a name refers to.</summary>
/// <param name="Live">The content that callers get.</param>
/// <param name="Release">Its release; null for the working file.</param>
/// <param name="Kept">The kept releases, oldest first; empty for the working file.</param>
internal sealed record ResolvedTarget(Definition Live, Release? Release, ImmutableArray<Release> Kept)
{
    /// <summary>Resolves a stack's target; null when there is nothing to serve, which is reported.</summary>
    public static ResolvedTarget? Of(
        string name, Project project, StackSettings settings, ICollection<Diagnostic> report) =>
        settings.TargetOf(name) switch
        {
            Target.Draft draft => Draft(name, draft, project, report),
            Target.Latest latest => Latest(name, latest, project, settings, report),
            Target.Pinned pinned => Pinned(name, pinned, project, report),
            _ => null,
        };

    private static ResolvedTarget? Draft(
        string name, Target.Draft target, Project project, ICollection<Diagnostic> report)
    {
        if (project.Catalog.Definitions.TryGetValue(name, out var definition))
        {
            return new(definition, null, []);
        }

        if (!project.Catalog.Broken.Contains(name))
        {
            report.Add(Problems.NoWorkingFile(target.At, name));
        }

        return null;
    }

    private static ResolvedTarget? Latest(
        string name, Target.Latest target, Project project, StackSettings settings, ICollection<Diagnostic> report)
    {
        if (project.IsNewestBroken(name))
        {
            return null;
        }

        if (project.Releases.Newest(name) is { } newest)
        {
            return new(newest.Definition, newest, [newest]);
        }

        report.Add(settings.Live.ContainsKey(name)
            ? Problems.NoReleaseYet(target.At, name)
            : Problems.NotServedYet(project.Catalog.Definitions[name].At, name, settings.Stack));
        return null;
    }

    private static ResolvedTarget? Pinned(
        string name, Target.Pinned target, Project project, ICollection<Diagnostic> report)
    {
        foreach (var missing in target.Kept.Where(number =>
            project.Releases[name, number] is null && !project.HasFile(name, number)))
        {
            report.Add(project.Releases.Newest(name) is { } newest
                ? Problems.NoSuchRelease(target.At, name, missing, newest.Number)
                : Problems.NoReleaseYet(target.At, name));
        }

        var kept = target.Kept.Select(number => project.Releases[name, number]).OfType<Release>().ToImmutableArray();
        if (kept.Length < target.Kept.Length)
        {
            return null;
        }

        if (kept.Select(release => release.Definition.GetType()).Distinct().Count() > 1)
        {
            report.Add(Problems.KindChanged(target.At, name));
            return null;
        }

        var live = kept.Single(release => release.Number == target.Live);
        return new(live.Definition, live, kept);
    }
}
