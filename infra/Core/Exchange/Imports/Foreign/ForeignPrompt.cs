using System.Collections.Immutable;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>A prompt of another system, as far as a definition can say it.</summary>
internal sealed record ForeignPrompt
{
    /// <summary>The turns, by role; a single <c>text</c> is a template of one text.</summary>
    public required ImmutableArray<(string Role, string Text)> Turns { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The model, in Bedrock's words.</summary>
    public string? Model { get; init; }

    /// <summary>How the model chooses its words.</summary>
    public YamlNode? Inference { get; init; }

    /// <summary>What the model may call.</summary>
    public YamlNode? Tools { get; init; }

    /// <summary>What is known of variables beside their names: the keys of their entries.</summary>
    public ImmutableDictionary<string, YamlNode> Variables { get; init; } = ImmutableDictionary<string, YamlNode>.Empty;

    /// <summary>What every case shares.</summary>
    public YamlNode? TestDefaults { get; init; }

    /// <summary>The cases.</summary>
    public YamlNode? Tests { get; init; }

    /// <summary>The role of a template of one text.</summary>
    public const string OneText = "text";

    /// <summary>The file that defines it.</summary>
    public YamlNode.Mapping Written() => YamlNodes.Map(
    [
        ("description", Description is null ? null : YamlNodes.Text(Description)),
        ("model", Model is null ? null : YamlNodes.Text(Model)),
        ("inference", Inference is YamlNode.Mapping { Entries.IsEmpty: true } ? null : Inference),
        .. Template(),
        ("tools", Tools),
        ("variables", Used() is { IsEmpty: false } used ? YamlNodes.Map(used) : null),
        ("testDefaults", TestDefaults),
        ("tests", Tests),
    ]);

    /// <summary>One text is a text even when it was sent as a person's only turn, unless tools need a
    /// conversation.</summary>
    private IEnumerable<(string Key, YamlNode? Value)> Template()
    {
        if (Turns is [{ Role: OneText or "user", Text: var only }] && Tools is null)
        {
            return [("text", YamlNodes.Text(only))];
        }

        var system = Turns.Where(turn => turn.Role is "system").Select(turn => turn.Text).ToArray();
        return
        [
            ("system", system.Length == 0 ? null : YamlNodes.Text(string.Join("\n\n", system))),
            ("messages", YamlNodes.List(Turns
                .Where(turn => turn.Role is not "system")
                .Select(turn => YamlNodes.Map(
                    (turn.Role is OneText ? "user" : turn.Role, YamlNodes.Text(turn.Text)))))),
        ];
    }

    private ImmutableArray<(string Key, YamlNode? Value)> Used() =>
    [
        .. Turns
            .SelectMany(turn => Definitions.Templates.Template.Parse(TracedText.Of(YamlNodes.Text(turn.Text))).Uses)
            .Select(use => use.Name)
            .Distinct(StringComparer.Ordinal)
            .Select(name => (name, (YamlNode?)Variables.GetValueOrDefault(name, YamlNodes.Plain("")))),
    ];
}
