using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>
/// A setting in any of its forms: <c>pulumi config set</c> writes numbers and flags as quoted texts, and structured
/// values as JSON in a text.
/// </summary>
internal static class SettingsSpelling
{
    /// <summary>The value in the form of a file; syntax errors in its text are reported at its place.</summary>
    public static YamlNode Plain(YamlNode value, Kind kind, ICollection<Diagnostic> report) =>
        value is YamlNode.Scalar { IsNull: false } scalar && kind is Kind.MapOf or Kind.ListOf or Kind.Keys
            ? Unquote(Structure(scalar, report), kind)
            : Unquote(value, kind);

    private static YamlNode Structure(YamlNode.Scalar scalar, ICollection<Diagnostic> report)
    {
        var problems = new List<Diagnostic>();
        var node = YamlCursor.Read(new SourceText(scalar.At.File, scalar.Text), problems);
        foreach (var problem in problems)
        {
            report.Add(problem with { At = scalar.At });
        }

        return node is null ? new YamlNode.Unreadable(scalar.At) : PlaceAt(node, scalar.At);
    }

    private static YamlNode PlaceAt(YamlNode node, Location at) => node switch
    {
        YamlNode.Sequence list => list with { At = at, Items = [.. list.Items.Select(item => PlaceAt(item, at))] },
        YamlNode.Mapping map => map with
        {
            At = at,
            Entries = [.. map.Entries.Select(entry =>
                new YamlEntry(entry.Key with { At = at }, PlaceAt(entry.Value, at)))],
        },
        _ => node with { At = at },
    };

    private static YamlNode Unquote(YamlNode value, Kind kind) => (value, kind) switch
    {
        (YamlNode.Scalar scalar, Kind.Number or Kind.Flag) => scalar with { Style = ScalarStyle.Plain },
        (YamlNode.Mapping map, Kind.MapOf { Item: var item }) => Each(map, _ => item),
        (YamlNode.Mapping map, Kind.Keys { Shape: var shape }) => Each(map, entry => shape[entry.Key.Text]?.Kind),
        (YamlNode.Sequence list, Kind.ListOf { Item: var item }) =>
            list with { Items = [.. list.Items.Select(one => Unquote(one, item))] },
        (_, Kind.Either either) => either.Kinds
            .Where(choice => ShapeCheck.Choose(new(choice), Unquote(value, choice)) is not null)
            .Select(choice => Unquote(value, choice))
            .FirstOrDefault(value),
        _ => value,
    };

    private static YamlNode.Mapping Each(YamlNode.Mapping map, Func<YamlEntry, Kind?> kind) => map with
    {
        Entries = [.. map.Entries.Select(entry =>
            kind(entry) is { } known ? entry with { Value = Unquote(entry.Value, known) } : entry)],
    };
}
