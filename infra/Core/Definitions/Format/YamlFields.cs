using System.Collections.Immutable;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Format;

/// <summary>Reads values from a mapping whose shape has been checked; a value of the wrong type counts as
/// absent.</summary>
public static class YamlFields
{
    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? Get(this YamlNode? node, string key) => (node as YamlNode.Mapping)?[key]?.Value;

    /// <summary>A text with its place, or null.</summary>
    public static Located<string>? Text(this YamlNode? node) =>
        node is YamlNode.Scalar { IsNull: false } scalar ? new(scalar.Text, scalar.At) : null;

    /// <summary>The text of a key with its place, or null.</summary>
    public static Located<string>? Text(this YamlNode? node, string key) => node.Get(key).Text();

    /// <summary>A number with its place, or null.</summary>
    public static Located<decimal>? Number(this YamlNode? node) =>
        node is YamlNode.Scalar { Style: ScalarStyle.Plain } scalar && CoreScalar.Number(scalar.Text) is { } number
            ? new(number, scalar.At)
            : null;

    /// <summary>The number of a key with its place, or null.</summary>
    public static Located<decimal>? Number(this YamlNode? node, string key) => node.Get(key).Number();

    /// <summary>A whole number with its place, or null.</summary>
    public static Located<int>? Whole(this YamlNode? node) =>
        node is YamlNode.Scalar scalar && ShapeCheck.IsNumber(scalar, whole: true) && node.Number() is { } number
            ? number.With((int)number.Value)
            : null;

    /// <summary>The whole number of a key with its place, or null.</summary>
    public static Located<int>? Whole(this YamlNode? node, string key) => node.Get(key).Whole();

    /// <summary>A flag, or null.</summary>
    public static bool? Flag(this YamlNode? node) => node switch
    {
        YamlNode.Scalar { Text: "true" } => true,
        YamlNode.Scalar { Text: "false" } => false,
        _ => null,
    };

    /// <summary>Whether a key is <c>true</c>.</summary>
    public static bool Flag(this YamlNode? node, string key) => node.Get(key).Flag() is true;

    /// <summary>The items of a list; none if there is no list.</summary>
    public static ImmutableArray<YamlNode> Items(this YamlNode? node) =>
        node is YamlNode.Sequence sequence ? sequence.Items : [];

    /// <summary>The entries of a mapping; none if there is no mapping.</summary>
    public static ImmutableArray<YamlEntry> Entries(this YamlNode? node) =>
        node is YamlNode.Mapping mapping ? mapping.Entries : [];

    /// <summary>The texts of a mapping with any keys, with the places of keys and values.</summary>
    public static ImmutableArray<NamedText> Texts(this YamlNode? node) =>
    [
        .. node.Entries()
            .Where(entry => entry.Value is YamlNode.Scalar { IsNull: false })
            .Select(entry => new NamedText(new(entry.Key.Text, entry.Key.At), entry.Value.Text()!)),
    ];

    /// <summary>Any YAML as JSON (<see cref="CoreScalar"/>); a number that would change has been reported and is kept
    /// as text.</summary>
    public static Value ToValue(this YamlNode node) => node switch
    {
        YamlNode.Sequence sequence => Shorthand.List(sequence.Items.Select(ToValue)),
        YamlNode.Mapping mapping =>
            Shorthand.Map(mapping.Entries.Select(entry => (entry.Key.Text, (Value?)entry.Value.ToValue()))),
        YamlNode.Scalar scalar => CoreScalar.Read(scalar) ?? scalar.Text,
        _ => new Value.Null(),
    };
}

/// <summary>An entry of a mapping with any keys.</summary>
public sealed record NamedText(Located<string> Name, Located<string> Text);
