using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Format;

/// <summary>Checks the shape of a file: known keys, required keys, right types.</summary>
public static class ShapeCheck
{
    /// <summary>Reports everything in a mapping that its shape does not allow (PRM008, PRM009, PRM010).</summary>
    /// <returns>
    /// Keys whose value could not be read: it has the wrong type, is under a misspelt key, is given twice or is
    /// refused. Such a key is not reported a second time as missing.
    /// </returns>
    public static ImmutableHashSet<string> Check(YamlNode node, Shape shape, ICollection<Diagnostic> report) =>
        node is YamlNode.Mapping mapping ? CheckKeys(mapping, shape, report) : NotAMapping(node, shape, report);

    private static ImmutableHashSet<string> NotAMapping(YamlNode node, Shape shape, ICollection<Diagnostic> report)
    {
        if (node is not YamlNode.Unreadable)
        {
            report.Add(Problems.NotAMapping(node.At, shape.Name, Describe(node)));
        }

        return [.. shape.Fields.Select(field => field.Key)];
    }

    /// <summary>Whether a node fits its shape entirely; only then is something missing from it worth
    /// reporting.</summary>
    internal static bool Fits(YamlNode node, Shape shape)
    {
        var report = new List<Diagnostic>();
        return Check(node, shape, report).IsEmpty && report.Count == 0;
    }

    private static bool IsSound(YamlNode node, Kind kind, string key, ICollection<Diagnostic> report)
    {
        switch (kind, node)
        {
            case (_, YamlNode.Unreadable):
                return false;
            case (Kind.Verbatim verbatim, _):
                return VerbatimCheck.Arrives(node, verbatim.IsSent, report);
            case (Kind.Anything, _):
            case (Kind.Text, YamlNode.Scalar { IsNull: false }):
            case (Kind.Nothing, YamlNode.Scalar { IsNull: true }):
                return true;
            case (Kind.Word word, YamlNode.Scalar scalar) when word.Choices.Contains(scalar.Text):
            case (Kind.Number number, YamlNode.Scalar numeral) when IsNumber(numeral, number.Whole):
            case (Kind.Flag, YamlNode.Scalar { Style: ScalarStyle.Plain, Text: "true" or "false" }):
                return true;
            case (Kind.ListOf list, YamlNode.Sequence sequence):
                return sequence.Items.Aggregate(true, (sound, item) => IsSound(item, list.Item, key, report) && sound);
            case (Kind.MapOf map, YamlNode.Mapping mapping):
                return mapping.Entries.Aggregate(
                    mapping.Repeated.IsEmpty,
                    (sound, entry) => IsSound(entry.Value, map.Item, entry.Key.Text, report) && sound);
            case (Kind.Keys keys, YamlNode.Mapping mapping):
                return CheckKeys(mapping, keys.Shape, report).IsEmpty;
            case (Kind.Tagged tagged, YamlNode.Mapping mapping):
                return IsSound(mapping, tagged, key, report);
            case (Kind.Later later, _):
                return IsSound(node, later.Kind(), key, report);
            case (Kind.Either either, _) when Choose(either, node) is { } choice:
                return IsSound(node, choice, key, report);
            default:
                report.Add(Problems.WrongType(node.At, key, Describe(kind), Describe(node)));
                return false;
        }
    }

    private static bool IsSound(
        YamlNode.Mapping mapping, Kind.Tagged tagged, string key, ICollection<Diagnostic> report)
    {
        if (mapping.Text(tagged.Key) is not { } word)
        {
            report.Add(Problems.MissingKey(mapping.At, tagged.Key, $"'{key}'"));
            return false;
        }

        if (tagged[word.Value] is { } shape)
        {
            return CheckKeys(mapping, shape, report).IsEmpty;
        }

        report.Add(tagged.Unknown(word));
        return false;
    }

    private static ImmutableHashSet<string> CheckKeys(
        YamlNode.Mapping mapping, Shape shape, ICollection<Diagnostic> report)
    {
        var doubtful = mapping.Repeated.ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (shape[entry.Key.Text] is not { } field)
            {
                report.Add(IsAfterDecimalComma(mapping, entry)
                    ? Problems.DecimalComma(entry.Key.At, entry.Key.Text)
                    : Problems.UnknownKey(
                        entry.Key.At, entry.Key.Text, shape.Name, DidYouMean.Advice(entry.Key.Text, shape)));
                doubtful = doubtful.Union(DidYouMean.Meant(entry.Key.Text, shape));
            }
            else if (!IsSound(entry.Value, field.Kind, field.Key, report))
            {
                doubtful = doubtful.Add(field.Key);
            }
        }

        foreach (var field in shape.Fields)
        {
            if (field.Required && !doubtful.Contains(field.Key) && mapping[field.Key] is null)
            {
                report.Add(Problems.MissingKey(mapping.At, field.Key, shape.Name));
            }
        }

        return doubtful;
    }

    /// <summary>Whether an entry follows a decimal comma: YAML reads <c>{ temperature: 0,7 }</c> as two entries, the
    /// second without a value.</summary>
    private static bool IsAfterDecimalComma(YamlNode.Mapping mapping, YamlEntry entry) =>
        entry.Key.Text.All(char.IsAsciiDigit)
        && entry.Value is YamlNode.Scalar { IsNull: true }
        && mapping.Entries.IndexOf(entry) is > 0 and var at
        && mapping.Entries[at - 1].Value is YamlNode.Scalar { Text: [.., >= '0' and <= '9'] };

    /// <summary>Whether a plain scalar is a number that can be kept without loss.</summary>
    internal static bool IsNumber(YamlNode.Scalar scalar, bool whole) =>
        scalar.Style is ScalarStyle.Plain
        && CoreScalar.Number(scalar.Text) is { } number
        && (!whole || (decimal.IsInteger(number) && Math.Abs(number) <= int.MaxValue));

    /// <summary>The kind, among several, whose form a node has; null for none.</summary>
    internal static Kind? Choose(Kind.Either either, YamlNode node) =>
        either.Kinds.FirstOrDefault(choice => IsSameForm(choice, node));

    private static bool IsSameForm(Kind kind, YamlNode node) => (kind, node) switch
    {
        (Kind.ListOf, YamlNode.Sequence) => true,
        (Kind.MapOf or Kind.Keys or Kind.Tagged, YamlNode.Mapping) => true,
        (Kind.Later later, _) => IsSameForm(later.Kind(), node),
        (Kind.Number number, YamlNode.Scalar scalar) => IsNumber(scalar, number.Whole),
        (Kind.Flag, YamlNode.Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Text: "true" or "false" },
        (Kind.Word word, YamlNode.Scalar scalar) => word.Choices.Contains(scalar.Text),
        (Kind.Text, YamlNode.Scalar scalar) => !scalar.IsNull,
        (Kind.Nothing, YamlNode.Scalar scalar) => scalar.IsNull,
        (Kind.Either inner, _) => Choose(inner, node) is not null,
        (Kind.Verbatim or Kind.Anything, _) => true,
        _ => false,
    };

    private static string Describe(Kind kind) => kind switch
    {
        Kind.Text => "a text",
        Kind.Word word => $"one of {string.Join(", ", word.Choices)}",
        Kind.Number { Whole: true } => "a whole number",
        Kind.Number => "a number",
        Kind.Flag => "true or false",
        Kind.Nothing => "nothing",
        Kind.Verbatim or Kind.Anything => "a value",
        Kind.ListOf => "a list",
        Kind.MapOf => "a mapping",
        Kind.Keys keys => $"a mapping with {string.Join(", ", keys.Shape.Fields.Take(4).Select(field => field.Key))}",
        Kind.Tagged tagged => $"a mapping with {tagged.Key}",
        Kind.Later later => Describe(later.Kind()),
        Kind.Either either => string.Join(" or ", either.Kinds.Select(Describe)),
        _ => throw new UnreachableException(),
    };

    private static string Describe(YamlNode node) => node switch
    {
        YamlNode.Sequence => "a list",
        YamlNode.Mapping => "a mapping",
        YamlNode.Scalar { IsNull: true } => "nothing",
        YamlNode.Scalar { Style: ScalarStyle.Plain } scalar => $"'{Shorten(scalar.Text)}'",
        YamlNode.Scalar scalar => $"the text '{Shorten(scalar.Text)}'",
        _ => throw new UnreachableException(),
    };

    internal static string Shorten(string text) =>
        (text.Length > 40 ? text[..40] + "..." : text).ReplaceLineEndings(" ");
}
