using System.Collections.Immutable;
using Infra.Planning;
using Infra.Values;

namespace Infra.Smoke.Serving;

/// <summary>The content that AWS has according to a plan, in CloudFormation's spelling.</summary>
public sealed class ExpectedContent
{
    private readonly ImmutableDictionary<string, DeclaredAlias> _aliases;
    private readonly ImmutableDictionary<string, DeclaredResource> _resources;

    private readonly ImmutableHashSet<string> _measured;

    /// <summary>The content according to a plan.</summary>
    public ExpectedContent(Plan plan)
    {
        _aliases = plan.Aliases.ToImmutableDictionary(alias => alias.Owner, StringComparer.Ordinal);
        _resources = plan.Resources.ToImmutableDictionary(resource => resource.Name, StringComparer.Ordinal);
        _measured = [.. plan.Profiles.Select(profile => profile.Owner)];
        Stack = plan.Stack;
    }

    /// <summary>The stack.</summary>
    public string Stack { get; }

    /// <summary>The release that should be live; null for a draft.</summary>
    public int? Release(string name) => _aliases[name].Release;

    /// <summary>The model of a prompt, or the models of a flow's nodes; null when there is none.</summary>
    public string? Model(string name) =>
        string.Join(", ", Models(Of(name)).Distinct(StringComparer.Ordinal)) is { Length: > 0 } models ? models : null;

    /// <summary>The content behind an alias: a prompt's variants, or a flow's definition.</summary>
    public Value Of(string name) => _aliases[name] is { Kind: "flow" }
        ? _aliases[name].Deployed ?? _resources[name].Properties["Definition"]!
        : Shorthand.List(_aliases[name].Content);

    /// <summary>The prompts of this catalog that a deployed flow calls, with their expected content.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="deployed">Its definition, as returned by AWS.</param>
    public IEnumerable<CalledPrompt> Prompts(string flow, Value deployed) =>
        from place in Calls(Of(flow), deployed)
        let resource = _resources[place.Prompt.Resource]
        select new CalledPrompt(
            resource.Owner,
            place.Arn,
            ContentOf(resource));

    /// <summary>The variants of a prompt as returned by AWS, with the model restored where an inference profile
    /// replaces it.</summary>
    /// <remarks>That the profile is the model's own was checked when the version was made.</remarks>
    public Value AsWritten(string prompt, Value expected, Value deployed) =>
        _measured.Contains(prompt) ? MeasuredContent.ByAnyProfile(deployed, expected) : deployed;

    private IEnumerable<string> Models(Value content) => content switch
    {
        Value.List list => list.Items.SelectMany(Models),
        Value.Ref prompt => Models(ContentOf(_resources[prompt.Resource])),
        Value.Map map => map.Entries.SelectMany(entry =>
            entry is { Key: "ModelId", Value: Value.Text model } ? [model.Content] : Models(entry.Value)),
        _ => [],
    };

    /// <summary>The content of a version, or of a draft.</summary>
    private Value ContentOf(DeclaredResource prompt) =>
        prompt.Postcondition?.Expected ?? Shorthand.List(_aliases[prompt.Owner].Content);

    private static IEnumerable<(Value.Ref Prompt, string Arn)> Calls(Value expected, Value deployed) =>
        (expected, deployed) switch
        {
            (Value.Ref prompt, Value.Text arn) => [(prompt, arn.Content)],
            (Value.List left, Value.List right) =>
                left.Items.Zip(right.Items).SelectMany(pair => Calls(pair.First, pair.Second)),
            (Value.Map left, Value.Map right) => left.Entries.SelectMany(entry =>
                Member(right, entry.Key) is { } other ? Calls(entry.Value, other) : []),
            _ => [],
        };

    private static Value? Member(Value.Map map, string key) =>
        map.Entries.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>A prompt that a deployed flow calls.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="Arn">The ARN that the flow calls.</param>
/// <param name="Variants">The expected content.</param>
public sealed record CalledPrompt(string Name, string Arn, Value Variants);
