using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Turns what a stack's settings ask for into what it holds.</summary>
internal sealed class Deployments
{
    private readonly Project _project;
    private readonly StackSettings _settings;
    private readonly Placeholders _placeholders;
    private readonly ICollection<Diagnostic> _report;

    private Deployments(Project project, StackSettings settings, ICollection<Diagnostic> report)
    {
        (_project, _settings, _report) = (project, settings, report);
        _placeholders = new(settings.Stack, settings.Values);
    }

    /// <summary>The prompts of a stack, in ordinal order of their names.</summary>
    public static ImmutableArray<PromptDeployment> Of(
        Project project, StackSettings settings, ICollection<Diagnostic> report)
    {
        var deployments = new Deployments(project, settings, report);
        return [.. Names(project, settings).SelectMany(deployments.Of).Where(deployment => deployment is not null)!];
    }

    /// <summary>A name exists in a stack if it is listed there, or if it has a working file and the default serves it.</summary>
    private static IEnumerable<string> Names(Project project, StackSettings settings) => settings.Live.Keys
        .Concat(settings.Default is DefaultTarget.None ? [] : project.Catalog.Definitions.Keys)
        .Distinct(StringComparer.Ordinal)
        .Where(name => project.Catalog.Definitions.ContainsKey(name) || !project.Releases[name].IsEmpty)
        .Order(StringComparer.Ordinal);

    private IEnumerable<PromptDeployment?> Of(string name) => _settings.TargetOf(name) switch
    {
        Target.Draft draft => [Draft(name, draft)],
        Target.Latest latest => [Latest(name, latest)],
        Target.Pinned pinned => [Pinned(name, pinned)],
        _ => [],
    };

    private PromptDeployment? Draft(string name, Target.Draft target)
    {
        if (!_project.Catalog.Definitions.TryGetValue(name, out var definition))
        {
            _report.Add(Problems.NoWorkingFile(target.At, name));
        }

        return definition is Prompt prompt ? new(_placeholders.Resolve(prompt, _report), [], Live: null) : null;
    }

    private PromptDeployment? Latest(string name, Target.Latest target)
    {
        if (_project.Releases.Newest(name) is { } newest)
        {
            return Kept(name, [newest], newest.Number);
        }

        _report.Add(_settings.Live.ContainsKey(name)
            ? Problems.NoReleaseYet(target.At, name)
            : Problems.NotServedYet(_project.Catalog.Definitions[name].At, name, _settings.Stack));
        return null;
    }

    private PromptDeployment? Pinned(string name, Target.Pinned target)
    {
        var releases = new List<Release>();
        foreach (var number in target.Kept)
        {
            if (_project.Releases[name, number] is { } release)
            {
                releases.Add(release);
            }
            else
            {
                _report.Add(_project.Releases.Newest(name) is { } newest
                    ? Problems.NoSuchRelease(target.At, name, number, newest.Number)
                    : Problems.NoReleaseYet(target.At, name));
            }
        }

        return releases.Count == target.Kept.Length ? Kept(name, releases, target.Live) : null;
    }

    private PromptDeployment? Kept(string name, IReadOnlyCollection<Release> releases, int live)
    {
        var prompts = releases.Where(release => release.Definition is Prompt).ToArray();
        if (prompts.Length < releases.Count)
        {
            if (prompts.Length > 0)
            {
                _report.Add(Problems.KindChanged(releases.Last().At, name));
            }

            return null;
        }

        var kept = prompts
            .Select(release => new KeptRelease(
                release.Number, _placeholders.Resolve((Prompt)release.Definition, _report), release.Note))
            .ToImmutableArray();
        return new(kept[^1].Prompt, kept, live);
    }
}
