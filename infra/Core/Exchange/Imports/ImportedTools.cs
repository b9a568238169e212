using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>The tools of an imported conversation.</summary>
internal static class ImportedTools
{
    /// <summary>The keys of the file.</summary>
    public static IEnumerable<(string Key, YamlNode? Value)> Read(ImportedPart? configuration)
    {
        if (configuration is null)
        {
            return [];
        }

        (string, YamlNode?)[] read =
        [
            ("tools", YamlNodes.List(configuration.RequiredParts("tools").Select(Tool))),
            ("toolChoice", configuration.Part("toolChoice") is { } choice ? Choice(choice) : null),
        ];
        configuration.Finish();
        return read;
    }

    private static YamlNode.Mapping Tool(ImportedPart tool)
    {
        if (ImportedTemplate.CachePoint(tool))
        {
            tool.Finish();
            return YamlNodes.Map(("cachePoint", YamlNodes.Plain("true")));
        }

        var specification = tool.RequiredPart("toolSpec");
        var schema = specification?.RequiredPart("inputSchema");
        var read = YamlNodes.Map(
            ("name", specification?.TextNode("name")),
            ("description", specification?.TextNode("description")),
            ("inputSchema", schema?.Json("json")));
        schema?.Finish();
        specification?.Finish();
        tool.Finish();
        return read;
    }

    private static YamlNode? Choice(ImportedPart choice)
    {
        var tool = choice.Part("tool");
        var word = choice.Part("auto") is not null ? "auto" : choice.Part("any") is not null ? "any" : null;
        var read = tool is not null ? YamlNodes.Map(("tool", tool.TextNode("name")))
            : word is not null ? YamlNodes.Text(word)
            : (YamlNode?)null;
        if (read is null)
        {
            choice.Report.Add(Problems.ImportLacks(choice.AtOf("auto"), choice.PlaceOf("auto")));
        }

        tool?.Finish();
        choice.Finish();
        return read;
    }
}
