using System.Reflection;

namespace Infra.Targets;

/// <summary>The versions of the provider plugins, from Directory.Packages.props.</summary>
/// <remarks>Resources of the generic class must state a version; otherwise Pulumi uses the newest plugin that is
/// installed.</remarks>
public static class ProviderVersions
{
    private const string Prefix = "Provider:";

    private static readonly SortedDictionary<string, string> Stated = new(
        typeof(ProviderVersions).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(attribute => attribute.Key[Prefix.Length..], attribute => attribute.Value!),
        StringComparer.Ordinal);

    /// <summary>Every provider with its version, in ordinal order.</summary>
    public static IEnumerable<(string Package, string Version)> All =>
        Stated.Select(stated => (stated.Key, stated.Value));

    /// <summary>The version of a provider, <c>aws</c> or <c>aws-native</c>.</summary>
    public static string Of(string package) => Stated[package];
}
