using System.Collections.Immutable;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>A prompt of another system, as far as a definition can express it.</summary>
internal sealed record ForeignPrompt
{
    /// <summary>The messages, by role; a single <c>text</c> is a template of one text.</summary>
    public required ImmutableArray<(string Role, string Text)> Turns { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The model on Bedrock.</summary>
    public string? Model { get; init; }

    /// <summary>The parameters of inference.</summary>
    public YamlNode? Inference { get; init; }

    /// <summary>The tools.</summary>
    public YamlNode? Tools { get; init; }

    /// <summary>What is known of variables besides their names: the keys of their entries.</summary>
    public ImmutableDictionary<string, YamlNode> Variables { get; init; } = ImmutableDictionary<string, YamlNode>.Empty;

    /// <summary>Defaults for every test case.</summary>
    public YamlNode? TestDefaults { get; init; }

    /// <summary>The test cases.</summary>
    public YamlNode? Tests { get; init; }

    /// <summary>The role of a template of one text.</summary>
    public const string OneText = "text";

    /// <summary>The definition's file.</summary>
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

    /// <summary>The keys of the template: a single user message becomes a text, unless tools require a
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
