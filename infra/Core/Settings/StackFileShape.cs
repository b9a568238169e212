using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>What a stack's file may contain besides settings, so that a setting nothing reads is reported.</summary>
internal static class StackFileShape
{
    /// <summary>Source: Pulumi's documentation, "Pulumi stack settings file reference".</summary>
    private static readonly Shape File = new(
        "a Pulumi stack file",
        "A stack's settings.",
        new("config", new Kind.Either(new Kind.MapOf(new Kind.Anything()), new Kind.Nothing()), "The settings."),
        new("environment", new Kind.Anything(), "Environments of Pulumi ESC."),
        new("mainEnvironment", new Kind.Anything(), "The environment of Pulumi ESC that holds the configuration."),
        new("secretsprovider", new Kind.Anything(), "What encrypts secrets."),
        new("encryptedkey", new Kind.Anything(), "The key they are encrypted with."),
        new("encryptionsalt", new Kind.Anything(), "The salt of a passphrase."));

    /// <summary>Reports what neither Pulumi nor this project reads (PRM008, PRM009, PRM470).</summary>
    public static void Check(YamlNode root, string project, ICollection<Diagnostic> report)
    {
        ShapeCheck.Check(root, File, report);
        CheckKeys(root.Get("config"), project, report);
    }

    /// <summary>Reports keys that were probably meant to be settings of this tool (PRM470).</summary>
    public static void CheckKeys(YamlNode? config, string project, ICollection<Diagnostic> report)
    {
        foreach (var key in config.Entries().Select(entry => entry.Key))
        {
            var isOurs = project is SettingsReader.Project
                && SettingsReader.Keys.Contains(ConfigPath.Of(key.Text).Key);
            if (!isOurs && Meant(key.Text) is { } meant)
            {
                report.Add(Problems.NobodyReads(key.At, key.Text, meant));
            }
        }
    }

    /// <summary>The setting that was probably meant; null for a correct setting or for another program's key.</summary>
    private static string? Meant(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var (space, name) = colon < 0 ? (key, "<setting>") : (key[..colon], key[(colon + 1)..]);
        return space == SettingsReader.Project && colon >= 0 ? null
            : DidYouMean.Nearest(space, [SettingsReader.Project]) is not null ? $"{SettingsReader.Project}:{name}"
            : colon < 0 && DidYouMean.Nearest(key, SettingsReader.Keys) is { } near
                ? $"{SettingsReader.Project}:{near}"
            : null;
    }
}
