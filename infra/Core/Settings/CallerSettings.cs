using System.Collections.Immutable;

namespace Infra.Settings;

/// <summary>Finds the settings that affect callers.</summary>
public static class CallerSettings
{
    /// <summary>The settings that change what callers get although the target stays the same, by their keys.</summary>
    public static ImmutableSortedDictionary<string, string> Of(StackSettings settings) =>
        new (string Key, string? Value)[]
            {
                ("region", settings.Region),
                ("namePrefix", settings.NamePrefix),
                ("parameterPath", settings.ParameterPath),
                ("encryptionKey", settings.EncryptionKey),
            }
            .Concat(settings.Values.Select(value => (Key: $"values.{value.Key}", Value: (string?)value.Value.Value)))
            .Concat(settings.InferenceProfiles.Select(profile =>
                (Key: $"inferenceProfiles.{profile.Key}", Value: (string?)string.Join(", ", profile.Value))))
            .Where(setting => setting.Value is not null)
            .ToImmutableSortedDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.Ordinal);
}
