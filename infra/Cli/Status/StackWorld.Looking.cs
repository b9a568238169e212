using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Status;

/// <content>How what exists is found.</content>
internal sealed partial record StackWorld
{
    /// <summary>The search in progress.</summary>
    private sealed class Looking(
        CloudReader cloud, Place place, ILookup<(string Type, string Name), ReadResource> named)
    {
        public Place Place => place;

        public ILookup<(string Type, string Name), ReadResource> Named => named;

        public ConcurrentDictionary<string, ReadResource> Resources { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, ImmutableArray<ReadResource>> Versions { get; } =
            new(StringComparer.Ordinal);

        /// <summary>Finds what belongs to one prompt or flow; the draft comes first, since the rest is found through
        /// it.</summary>
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
                ResourceTypes.Prompt or ResourceTypes.Flow or ResourceTypes.InferenceProfile
                    or ResourceTypes.QueryDefinition =>
                    named[(resource.Type, Text(resource, NamedBy(resource.Type)))].FirstOrDefault() is { } listed
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
                ResourceTypes.Rule => place.Account is "*" ? null : await cloud.Read(
                    resource.Type,
                    $"arn:{place.Partition}:events:{place.Region}:{place.Account}:rule/{Text(resource, "Name")}",
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

        /// <summary>The name of a referenced resource; a role has the name in the plan, whether or not it
        /// exists.</summary>
        private static string NameOf(DeclaredResource resource, Value.Ref reference) =>
            $"{resource.Owner}/{reference.Resource}";
    }
}
