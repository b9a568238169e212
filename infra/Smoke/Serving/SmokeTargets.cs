using System.Collections.Immutable;
using System.Text.Json;
using Infra.Planning;
using Infra.Releases;
using Infra.Smoke.Cases;

namespace Infra.Smoke.Serving;

/// <summary>Finds the targets of a stack's aliases.</summary>
public static class SmokeTargets
{
    /// <summary>The targets according to the parameters; what they serve is taken from the plan.</summary>
    /// <param name="project">The project.</param>
    /// <param name="plan">The stack.</param>
    /// <param name="arns">The parameters' values, by name; a missing name has no alias.</param>
    public static ImmutableArray<SmokeTarget> Of(
        Project project, Plan plan, IReadOnlyDictionary<string, string> arns) =>
    [
        .. plan.Aliases.Select(alias =>
            Planned(project, alias) with { Arn = arns.GetValueOrDefault(alias.Owner, "") }),
    ];

    /// <summary>
    /// The targets according to the stack's outputs, as printed by <c>pulumi stack output --json</c>; null when these
    /// have no aliases.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="plan">The stack.</param>
    /// <param name="outputs">All outputs, or the output <c>aliases</c> alone.</param>
    public static ImmutableArray<SmokeTarget>? OfOutputs(Project project, Plan plan, JsonElement outputs)
    {
        var aliases = Member(outputs, "aliases") ?? outputs;
        return aliases.ValueKind is JsonValueKind.Object && aliases.EnumerateObject().All(alias => IsAlias(alias.Value))
            ? [.. plan.Aliases.Select(alias => Stated(project, Planned(project, alias), Member(aliases, alias.Owner)))]
            : null;
    }

    private static SmokeTarget Planned(Project project, DeclaredAlias alias) => new(
        alias.Owner, alias.Kind, alias.Release, Version: null, Arn: "", alias.Parameter,
        DigestOf(project, alias.Owner, alias.Release));

    private static SmokeTarget Stated(Project project, SmokeTarget planned, JsonElement? alias)
    {
        if (alias is not { } stated)
        {
            return planned;
        }

        int? release = Member(stated, "release") is { ValueKind: JsonValueKind.Number } number
            ? number.GetInt32()
            : null;
        return planned with
        {
            Release = release,
            Version = Text(stated, "version"),
            Arn = Text(stated, "arn") ?? "",
            Parameter = Text(stated, "parameter") ?? planned.Parameter,
            Digest = DigestOf(project, planned.Name, release),
        };
    }

    private static string? DigestOf(Project project, string name, int? release) => release is { } number
        ? project.Releases[name, number]?.Digest.Value
        : project.Catalog.Definitions.GetValueOrDefault(name) is { } working ? Digest.Of(working) : null;

    private static bool IsAlias(JsonElement alias) =>
        Text(alias, "arn") is not null
        && Member(alias, "release") is null or { ValueKind: JsonValueKind.String or JsonValueKind.Number };

    private static string? Text(JsonElement element, string key) =>
        Member(element, key) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
            ? value.ToString()
            : null;

    private static JsonElement? Member(JsonElement element, string key) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value : null;
}
