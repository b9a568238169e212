using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Local.Deploy;

/// <summary>Replaces references by what the cloud has assigned.</summary>
internal sealed class Resolution(string region, Func<string, string, Task<Value>> attribute)
{
    /// <summary>The account of every local Bedrock.</summary>
    public const string LocalAccount = "123456789012";

    private readonly ConcurrentDictionary<(string Resource, string Attribute), Task<Value>> _known = new();

    /// <summary>A value without references.</summary>
    public async Task<Value> Resolve(Value value)
    {
        switch (value)
        {
            case Value.Ref reference:
                return await _known
                    .GetOrAdd((reference.Resource, reference.Attribute), key => attribute(key.Resource, key.Attribute))
                    .ConfigureAwait(false);
            case Value.Pseudo pseudo:
                return pseudo.Parameter switch
                {
                    PseudoParameter.Partition => "aws",
                    PseudoParameter.Region => region,
                    PseudoParameter.Account => LocalAccount,
                };
            case Value.Join join:
                var parts = await All(join.Parts).ConfigureAwait(false);
                return string.Concat(parts.Select(part =>
                    part is Value.Text text ? text.Content : throw new UnreachableException()));
            case Value.Document document:
                return await Resolve(document.Content).ConfigureAwait(false);
            case Value.List list:
                return List(await All(list.Items).ConfigureAwait(false));
            case Value.Map map:
                var values = await All(map.Entries.Values).ConfigureAwait(false);
                return Map(map.Entries.Keys.Zip(values, (key, resolved) => (key, (Value?)resolved)));
            default:
                return value;
        }
    }

    /// <summary>The resources that a declaration refers to or depends on.</summary>
    public static ImmutableArray<string> Needs(DeclaredResource resource) =>
    [
        .. resource.RefersTo
            .Concat(resource.DependsOn)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private async Task<IReadOnlyList<Value>> All(IEnumerable<Value> values)
    {
        var resolved = new List<Value>();
        foreach (var value in values)
        {
            resolved.Add(await Resolve(value).ConfigureAwait(false));
        }

        return resolved;
    }
}
