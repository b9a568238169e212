using System.Reflection;

namespace BedrockPrompts;

/// <summary>The versions of the provider plugins, as Directory.Packages.props states them.</summary>
/// <remarks>The generic class must say them: without, Pulumi takes the newest plugin that is installed.</remarks>
internal static class ProviderVersions
{
    private static readonly Dictionary<string, string?> Stated = typeof(ProviderVersions).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(attribute => attribute.Key, attribute => attribute.Value, StringComparer.Ordinal);

    /// <summary>The version of a provider: <c>aws</c> or <c>aws-native</c>.</summary>
    public static string Of(string package) => Stated[$"Provider:{package}"]!;
}
