using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Finds the files that a stack depends on: problems in other files do not stop it.</summary>
public static class ServedFiles
{
    /// <summary>The diagnostics of a project as they affect one stack: the errors in a file that it does not serve
    /// become one warning (PRM441).</summary>
    public static ImmutableArray<Diagnostic> Weigh(
        ImmutableArray<Diagnostic> found, Project project, StackSettings settings)
    {
        if (!found.HasErrors())
        {
            return found;
        }

        var newest = project.Catalog.Tree.Paths
            .Select(ReleaseFile.Parse)
            .OfType<(string Name, int Number)>()
            .GroupBy(release => release.Name, StringComparer.Ordinal)
            .ToDictionary(name => name.Key, name => name.Max(release => release.Number), StringComparer.Ordinal);
        var stops = found.ToLookup(diagnostic =>
            diagnostic.Severity is not Severity.Error || Serves(diagnostic.At.File));
        return
        [
            .. stops[true],
            .. stops[false]
                .GroupBy(error => error.At.File, StringComparer.Ordinal)
                .Select(file => Problems.NotServedHere(
                    file.Min(error => error.At), Codes(file), settings.Stack)),
        ];

        static string Codes(IEnumerable<Diagnostic> errors) =>
            string.Join(", ", errors.Select(error => error.Code).Distinct().Order(StringComparer.Ordinal));

        bool Serves(string path) =>
            path is ProjectConfig.File
            || (SettingsReader.StackOf(path) is { } stack ? stack == settings.Stack
            : ReleaseFile.Parse(path) is var (name, number) ? ServesRelease(name, number)
            : Catalog.IsDefinition(path) ? settings.TargetOf(DefinitionReader.NameOf(path)) is Target.Draft
            : ServesDrafts());

        bool ServesRelease(string name, int number) =>
            settings.TargetOf(name)?.Deploys(number, newest[name]) is true;

        // Partials and included files belong to working files only: releases contain their text.
        bool ServesDrafts() => settings.Default is DefaultTarget.Draft
            || settings.Live.Values.Any(target => target is Target.Draft);
    }
}
