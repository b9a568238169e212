using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Planning;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Status;

/// <summary>What exists of a stack: found by names, since there is no state that lists it.</summary>
/// <param name="Place">The stack's place; the account is <c>*</c> as long as no existing resource shows it.</param>
/// <param name="Parameters">The values of the parameters below the stack's path.</param>
/// <param name="Named">Every prompt and flow of the account, by type and name.</param>
/// <param name="Resources">The existing resources of the plan, by their names in it.</param>
/// <param name="Versions">All versions of the stack's prompts and flows, by their parents.</param>
internal sealed partial record StackWorld(
    Place Place,
    ImmutableSortedDictionary<string, string> Parameters,
    ILookup<(string Type, string Name), ReadResource> Named,
    IReadOnlyDictionary<string, ReadResource> Resources,
    IReadOnlyDictionary<string, ImmutableArray<ReadResource>> Versions)
{
    /// <summary>How many owners are read at the same time.</summary>
    private const int AtOnce = 8;

    /// <summary>Reads what exists of a stack.</summary>
    /// <param name="cloud">Reads resources.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="done">Called with the number of names that have been read.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<StackWorld> Look(
        CloudReader cloud, Plan plan, StackSettings settings, Action<int> done, CancellationToken stop)
    {
        var parameters = await cloud.Parameters(settings.ParameterPath, stop).ConfigureAwait(false);
        var named = new List<((string Type, string Name) Key, ReadResource Found)>();
        foreach (var type in Listed(plan))
        {
            var listed = await cloud.List(type, Map(), stop).ConfigureAwait(false);
            named.AddRange(listed.Select(found => ((type, found[NamedBy(type)] ?? ""), found)));
        }

        var account = named.Select(found => found.Found.Identifier).FirstOrDefault(Arns.IsArn)?.Split(':')[4] ?? "*";
        var looking = new Looking(cloud, new(settings.Region ?? "*", account), named.ToLookup(
            found => found.Key, found => found.Found));
        var looked = 0;
        await Parallel.ForEachAsync(
            plan.Resources.GroupBy(resource => resource.Owner),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (owned, token) =>
            {
                await looking.At([.. owned], token).ConfigureAwait(false);
                done(Interlocked.Increment(ref looked));
            }).ConfigureAwait(false);
        return new VersionContents(
            plan,
            new(looking.Place, parameters, looking.Named, looking.Resources, looking.Versions)).Found();
    }

    /// <summary>The release in a version's description; null when there is none.</summary>
    public static int? ReleaseOf(ReadResource version) =>
        Release().Match(version["Description"] ?? "") is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, out var number)
            ? number
            : null;

    /// <summary>Whether everything that a value refers to exists; what is missing is reported where it
    /// belongs.</summary>
    public bool Knows(Value value) => value switch
    {
        Value.Ref reference => Known(reference) is not null,
        Value.Pseudo { Parameter: PseudoParameter.Account } => Place.Account is not "*",
        Value.Join join => join.Parts.All(Knows),
        Value.List list => list.Items.All(Knows),
        Value.Map map => map.Entries.Values.All(Knows),
        Value.Document document => Knows(document.Content),
        _ => true,
    };

    /// <summary>A value with its references filled in; only for values that <see cref="Knows"/> accepts.</summary>
    public Value Fill(Value value) =>
        Place.Fill(value, reference => Resources[reference.Resource][reference.Attribute]!);

    /// <summary>The value that the cloud assigned; null where the resource does not exist.</summary>
    public string? Known(Value.Ref? reference) => reference is null
        ? null
        : Resources.GetValueOrDefault(reference.Resource)?[reference.Attribute];

    /// <summary>The types whose resources are found by their names.</summary>
    private static IEnumerable<string> Listed(Plan plan) =>
    [
        ResourceTypes.Prompt,
        ResourceTypes.Flow,
        .. ((string[])[ResourceTypes.InferenceProfile, ResourceTypes.QueryDefinition])
            .Where(type => plan.Resources.Any(resource => resource.Type == type)),
    ];

    /// <summary>The property with the name.</summary>
    private static string NamedBy(string type) =>
        type is ResourceTypes.InferenceProfile ? "InferenceProfileName" : "Name";

    [GeneratedRegex(@"^Release (\d{1,9})(?::|$)")]
    private static partial Regex Release();
}
