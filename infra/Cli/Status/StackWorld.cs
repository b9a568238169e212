using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Planning;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Status;

/// <summary>What is there of a stack: looked up by name, since no state says where it is.</summary>
/// <param name="Place">Where it lies; the account is <c>*</c> while nothing is there that says it.</param>
/// <param name="Parameters">What the parameters below the stack's path hold.</param>
/// <param name="Named">Every prompt and flow of the account, by type and name.</param>
/// <param name="Resources">What was found of the plan's resources, by their names in it.</param>
/// <param name="Versions">Every version of the stack's prompts and flows, by what it is a version of.</param>
internal sealed partial record StackWorld(
    Place Place,
    ImmutableSortedDictionary<string, string> Parameters,
    ILookup<(string Type, string Name), ReadResource> Named,
    IReadOnlyDictionary<string, ReadResource> Resources,
    IReadOnlyDictionary<string, ImmutableArray<ReadResource>> Versions)
{
    /// <summary>Owners that are looked at side by side.</summary>
    private const int AtOnce = 8;

    /// <summary>Looks a stack up.</summary>
    /// <param name="cloud">Where.</param>
    /// <param name="plan">What should be there.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="done">Is told how many names were looked at.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<StackWorld> Look(
        CloudReader cloud, Plan plan, StackSettings settings, Action<int> done, CancellationToken stop)
    {
        var parameters = await cloud.Parameters(settings.ParameterPath, stop).ConfigureAwait(false);
        var named = new List<((string Type, string Name) Key, ReadResource Found)>();
        foreach (var type in new[] { ResourceTypes.Prompt, ResourceTypes.Flow })
        {
            var listed = await cloud.List(type, Map(), stop).ConfigureAwait(false);
            named.AddRange(listed.Select(found => ((type, found["Name"] ?? ""), found)));
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

    /// <summary>The release that a version says it was cut from; null when it does not.</summary>
    public static int? ReleaseOf(ReadResource version) =>
        Release().Match(version["Description"] ?? "") is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, out var number)
            ? number
            : null;

    /// <summary>Whether everything that a value refers to is there: what is missing is said where it belongs.</summary>
    public bool Knows(Value value) => value switch
    {
        Value.Ref reference => Resources.GetValueOrDefault(reference.Resource)?[reference.Attribute] is not null,
        Value.Pseudo { Parameter: PseudoParameter.Account } => Place.Account is not "*",
        Value.Join join => join.Parts.All(Knows),
        Value.List list => list.Items.All(Knows),
        Value.Map map => map.Entries.Values.All(Knows),
        Value.Document document => Knows(document.Content),
        _ => true,
    };

    /// <summary>A value, what it refers to filled in; only for what <see cref="Knows"/> allows.</summary>
    public Value Fill(Value value) =>
        Place.Fill(value, reference => Resources[reference.Resource][reference.Attribute]!);

    [GeneratedRegex(@"^Release (\d{1,9})(?::|$)")]
    private static partial Regex Release();

    /// <summary>What is being found.</summary>
    private sealed class Looking(
        CloudReader cloud, Place place, ILookup<(string Type, string Name), ReadResource> named)
    {
        public Place Place => place;

        public ILookup<(string Type, string Name), ReadResource> Named => named;

        public ConcurrentDictionary<string, ReadResource> Resources { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, ImmutableArray<ReadResource>> Versions { get; } =
            new(StringComparer.Ordinal);

        /// <summary>What belongs to one prompt or flow, the draft first: the rest is found by it.</summary>
        public async Task At(ImmutableArray<DeclaredResource> owned, CancellationToken stop)
        {
            foreach (var resource in owned.OrderBy(resource =>
                resource.Type is ResourceTypes.Prompt or ResourceTypes.Flow ? 0 : 1))
            {
                if (await Find(resource, owned, stop).ConfigureAwait(false) is { } found)
                {
                    Resources[resource.Name] = found;
                }
            }
        }

        private async Task<ReadResource?> Find(
            DeclaredResource resource, ImmutableArray<DeclaredResource> owned, CancellationToken stop) =>
            resource.Type switch
            {
                ResourceTypes.Prompt or ResourceTypes.Flow =>
                    named[(resource.Type, Text(resource, "Name"))].FirstOrDefault() is { } listed
                        ? await cloud.Read(resource.Type, listed.Identifier, stop).ConfigureAwait(false)
                        : null,
                ResourceTypes.PromptVersion or ResourceTypes.FlowVersion =>
                    (await VersionsOf(resource, owned, stop).ConfigureAwait(false)).LastOrDefault(version =>
                        version["Description"] == Text(resource, "Description")
                        || ReleaseOf(version) == ReleaseOf(new("", resource.Properties))),
                ResourceTypes.FlowAlias => Draft(owned) is { } flow
                    ? await Alias(flow, Text(resource, "Name"), stop).ConfigureAwait(false)
                    : null,
                ResourceTypes.ManagedPolicy => place.Account is "*" ? null : await cloud.Read(
                    resource.Type,
                    $"arn:{place.Partition}:iam::{place.Account}:policy{Text(resource, "Path")}"
                        + Text(resource, "ManagedPolicyName"),
                    stop).ConfigureAwait(false),
                ResourceTypes.Parameter => null,
                _ => await cloud.Read(
                    resource.Type,
                    string.Join('|', ResourceTypes.Of(resource.Type).NamedBy.Select(key => Text(resource, key))),
                    stop).ConfigureAwait(false),
            };

        private async Task<ImmutableArray<ReadResource>> VersionsOf(
            DeclaredResource version, ImmutableArray<DeclaredResource> owned, CancellationToken stop)
        {
            if (Versions.TryGetValue(version.Owner, out var known))
            {
                return known;
            }

            var (type, parent) = (version.Type, version.Type is ResourceTypes.FlowVersion ? "FlowArn" : "PromptArn");
            var versions = ImmutableArray.CreateBuilder<ReadResource>();
            foreach (var listed in Draft(owned) is { } draft
                ? await cloud.List(type, Map((parent, draft.Identifier)), stop).ConfigureAwait(false)
                : [])
            {
                if (await cloud.Read(type, listed.Identifier, stop).ConfigureAwait(false) is { } read
                    && read["Version"] is not "DRAFT")
                {
                    versions.Add(read);
                }
            }

            return Versions[version.Owner] =
                [.. versions.OrderBy(read => int.TryParse(read["Version"], out var number) ? number : 0)];
        }

        private async Task<ReadResource?> Alias(ReadResource flow, string name, CancellationToken stop)
        {
            var listed = await cloud.List(ResourceTypes.FlowAlias, Map(("FlowArn", flow.Identifier)), stop)
                .ConfigureAwait(false);
            foreach (var alias in listed)
            {
                if (await cloud.Read(ResourceTypes.FlowAlias, alias.Identifier, stop).ConfigureAwait(false) is { } read
                    && read["Name"] == name)
                {
                    return read;
                }
            }

            return null;
        }

        private ReadResource? Draft(ImmutableArray<DeclaredResource> owned) => owned
            .Where(resource => resource.Type is ResourceTypes.Prompt or ResourceTypes.Flow)
            .Select(resource => Resources.GetValueOrDefault(resource.Name))
            .FirstOrDefault();

        private string Text(DeclaredResource resource, string key) => resource.Properties[key] is { } value
            ? place.Text(value, reference => Resources.GetValueOrDefault(reference.Resource)?[reference.Attribute]
                ?? NameOf(resource, reference))
            : "";

        /// <summary>A role is called what the plan calls it, be it there or not.</summary>
        private static string NameOf(DeclaredResource resource, Value.Ref reference) =>
            $"{resource.Owner}/{reference.Resource}";
    }
}
