using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Component;

/// <summary>A stack's configuration as the Pulumi CLI hands it over: texts, JSON where it is structured.</summary>
internal static class StackConfig
{
    public static string Of(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(file)));
        var config = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children["config"];
        var texts = config.Children.ToDictionary(entry => entry.Key.ToString(), entry => Text(entry.Value));
        return JsonSerializer.Serialize(texts);
    }

    private static string Text(YamlNode node) =>
        node is YamlScalarNode scalar ? scalar.Value! : JsonSerializer.Serialize(Plain(node));

    private static object? Plain(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.ToDictionary(entry => entry.Key.ToString(), entry => Plain(entry.Value)),
        YamlSequenceNode list => list.Children.Select(Plain).ToList(),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new ArgumentException(node.ToString()),
    };
}
