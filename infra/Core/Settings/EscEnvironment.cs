using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>What a stack's file takes from Pulumi ESC: settings that are in none of the project's files.</summary>
internal static class EscEnvironment
{
    /// <summary>Reports an environment that contains, or may contain, settings of this tool (PRM560).</summary>
    public static void Check(YamlNode? root, ICollection<Diagnostic> report)
    {
        foreach (var key in (string[])["environment", "mainEnvironment"])
        {
            if ((root as YamlNode.Mapping)?[key] is { } environment && MaySet(environment.Value))
            {
                report.Add(Problems.EnvironmentNotSeen(environment.Key.At));
            }
        }
    }

    /// <summary>Whether an environment may set one of them: an inline one shows its keys, a named one may set
    /// anything.</summary>
    private static bool MaySet(YamlNode environment) => environment switch
    {
        YamlNode.Scalar scalar => !scalar.IsNull,
        YamlNode.Sequence list => list.Items.Length > 0,
        YamlNode.Mapping inline => inline.Get("imports") is YamlNode.Sequence { Items.Length: > 0 }
            || inline.Get("values").Get("pulumiConfig").Entries().Any(entry =>
                !entry.Key.Text.Contains(':', StringComparison.Ordinal)
                || entry.Key.Text.StartsWith($"{SettingsReader.Project}:", StringComparison.Ordinal)),
        _ => true,
    };
}
