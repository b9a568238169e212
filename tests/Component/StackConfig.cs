using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Component;

/// <summary>A stack's configuration as the Pulumi CLI hands it over: texts, JSON where it is structured.</summary>
/// <remarks>It follows ValidateStackConfigAndApplyProjectConfig of pulumi/pulumi, with none of the product's code.
/// </remarks>
internal static class StackConfig
{
    /// <summary>The configuration of a stack's file and of the project's beside it, as PULUMI_CONFIG has it.</summary>
    public static string Of(string file) =>
        JsonSerializer.Serialize(Merge(ProjectOf(file), File.ReadAllText(file)));

    /// <summary>The keys of what is secret, as PULUMI_CONFIG_SECRET_KEYS has them.</summary>
    public static string SecretKeys(string file)
    {
        var name = Get(Root(ProjectOf(file)), "name")?.ToString() ?? "";
        return JsonSerializer.Serialize(Config(Root(File.ReadAllText(file)))
            .Where(entry => IsSecret(entry.Value))
            .Select(entry => InFull(entry.Key, name)));
    }

    /// <summary>The texts by their keys in full.</summary>
    public static Dictionary<string, string> Merge(string project, string stack)
    {
        var (top, name) = (Root(project), "");
        name = Get(top, "name")?.ToString() ?? "";
        var merged = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in Config(Root(stack)))
        {
            merged[InFull(key, name)] = Plain(value);
        }

        foreach (var (key, value) in Config(top).OrderBy(entry => InFull(entry.Key, name), StringComparer.Ordinal))
        {
            if (Declared(value) is { } declared)
            {
                Set(merged, Parts(InFull(key, name)), declared);
            }
        }

        return merged.ToDictionary(entry => entry.Key, entry => Text(entry.Value));
    }

    private static string ProjectOf(string file) =>
        Path.Combine(Path.GetDirectoryName(file)!, "Pulumi.yaml") is var project && File.Exists(project)
            ? File.ReadAllText(project)
            : "";

    private static bool IsSecret(YamlNode node) => node switch
    {
        YamlMappingNode map =>
            map.Children.Any(entry => entry.Key.ToString() is "secure" || IsSecret(entry.Value)),
        YamlSequenceNode list => list.Any(IsSecret),
        _ => false,
    };

    private static YamlMappingNode? Root(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents is [var document, ..] ? document.RootNode as YamlMappingNode : null;
    }

    private static IEnumerable<(string Key, YamlNode Value)> Config(YamlMappingNode? root) =>
        (Get(root, "config") as YamlMappingNode)?.Children
            .Select(entry => (entry.Key.ToString(), entry.Value)) ?? [];

    private static YamlNode? Get(YamlMappingNode? map, string key) =>
        map is not null && map.Children.TryGetValue(key, out var value) ? value : null;

    private static string InFull(string key, string project) =>
        key.Contains(':') || project.Length == 0 ? key : $"{project}:{key}";

    private static object? Declared(YamlNode value) => value is YamlMappingNode declaration
        ? (Get(declaration, "default") ?? Get(declaration, "value")) is { } stated ? Plain(stated) : null
        : Plain(value);

    private static string[] Parts(string key) =>
        key.Replace("[\"", ".", StringComparison.Ordinal).Replace("\"]", "", StringComparison.Ordinal).Split('.');

    private static void Set(Dictionary<string, object?> into, ReadOnlySpan<string> path, object value)
    {
        if (path.Length == 1)
        {
            into.TryAdd(path[0], value);
            return;
        }

        into.TryAdd(path[0], new Dictionary<string, object?>());
        Set((Dictionary<string, object?>)into[path[0]]!, path[1..], value);
    }

    private static string Text(object? value) => value as string ?? JsonSerializer.Serialize(value);

    private static object? Plain(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.Keys.Any(key => key.ToString() is "secure")
            ? "decrypted"
            : map.Children.ToDictionary(entry => entry.Key.ToString(), entry => Plain(entry.Value)),
        YamlSequenceNode list => list.Children.Select(Plain).ToList(),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, out var number) => number,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value is "true",
        YamlScalarNode scalar => scalar.Value,
        _ => throw new ArgumentException(node.ToString()),
    };
}
