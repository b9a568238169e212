using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Planning.Access;

/// <summary>The calls that it takes to create, read, update and delete what plans declare.</summary>
/// <remarks>Sources and dates: <c>Data/deployment-permissions.json</c>.</remarks>
public static class DeploymentPermissions
{
    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<string>>> Known = new(Read);

    /// <summary>The actions for a type of resource, in ordinal order.</summary>
    /// <param name="type">The type's name in CloudFormation.</param>
    public static ImmutableArray<string> Of(string type) => Known.Value[type];

    private static FrozenDictionary<string, ImmutableArray<string>> Read()
    {
        var assembly = typeof(DeploymentPermissions).Assembly;
        using var stream = assembly.GetManifestResourceStream("deployment-permissions.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("permissions").EnumerateObject().ToFrozenDictionary(
            type => type.Name,
            type => type.Value.EnumerateArray().Select(action => action.GetString()!).ToImmutableArray(),
            StringComparer.Ordinal);
    }
}
