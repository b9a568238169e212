using System.Collections.Immutable;
using Infra.Rendering;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Changes;

/// <summary>Finds the differences between two values, leaf by leaf, at any depth.</summary>
internal static class LeafChanges
{
    /// <summary>The longest value of which the old and new one are shown; longer values are compared by
    /// words.</summary>
    private const int Longest = 120;

    /// <summary>Texts that people write, which are compared by words.</summary>
    private static readonly ImmutableArray<string> Written = ["Code", "Expression", "TextPromptTemplate"];

    /// <summary>The differences, each named by its path: keys in the API's spelling, the author's own keys
    /// unchanged.</summary>
    /// <param name="what">The name of the values.</param>
    /// <param name="before">The old value; null for none.</param>
    /// <param name="after">The new value; null for none.</param>
    /// <param name="impact">The impact of each difference.</param>
    public static IEnumerable<ContentChange> Between(string what, Value? before, Value? after, Impact impact) =>
        Below(new(what, "", IsVerbatim: false, IsWritten: false), before, after, impact);

    private static IEnumerable<ContentChange> Below(Way way, Value? before, Value? after, Impact impact)
    {
        var inside = way with { IsVerbatim = way.IsVerbatim || IsDocument(before) || IsDocument(after) };
        return (Content(before), Content(after)) switch
        {
            var (was, now) when was == now => [],
            (null, { } now) => [new ContentChange.Added(impact, way.Name, inside.Whole(now))],
            ({ } was, null) => [new ContentChange.Removed(impact, way.Name, inside.Whole(was))],
            (Value.Map was, Value.Map now) => was.Entries.Keys.Union(now.Entries.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .SelectMany(key => Below(inside.Below(key), was[key], now[key], impact)),
            (Value.List was, Value.List now) when HoldsObjects(was) || HoldsObjects(now) =>
                Enumerable.Range(0, Math.Max(was.Items.Length, now.Items.Length))
                    .SelectMany(i => Below(inside.At(i), Item(was, i), Item(now, i), impact)),
            var (was, now) => [OfLeaf(way, was!, now!, impact)],
        };
    }

    /// <summary>The content of a value; a schema's <c>json</c> is a wrapper that is left out.</summary>
    private static Value? Content(Value? value) => value switch
    {
        Value.Document document => document.Content,
        Value.Map { Entries.Count: 1 } map when map["Json"] is Value.Document json => json.Content,
        _ => value,
    };

    private static bool IsDocument(Value? value) => value is Value.Document || Content(value) != value;

    private static bool HoldsObjects(Value.List list) => list.Items.Any(item => item is Value.Map or Value.List);

    private static Value? Item(Value.List list, int i) => i < list.Items.Length ? list.Items[i] : null;

    private static ContentChange OfLeaf(Way way, Value before, Value after, Impact impact)
    {
        var (was, now) = (ValueText.Of(before), ValueText.Of(after));
        if (was == now)
        {
            // The number 1 and the text "1" differ.
            (was, now) = (CanonicalJson.Compact(before), CanonicalJson.Compact(after));
        }

        return way.IsWritten || IsLong(was) || IsLong(now)
            ? ContentChanges.OfText(way.Name, impact, was, now)
            : new ContentChange.Changed(impact, way.Name, was, now);
    }

    private static bool IsLong(string text) => text.Length > Longest || text.Contains('\n', StringComparison.Ordinal);

    /// <summary>The path to a value.</summary>
    /// <param name="What">The name of the whole.</param>
    /// <param name="Path">The path from the whole to the value; empty for the whole.</param>
    /// <param name="IsVerbatim">Whether keys are the author's own.</param>
    /// <param name="IsWritten">Whether the value is a text that people write.</param>
    private readonly record struct Way(string What, string Path, bool IsVerbatim, bool IsWritten)
    {
        public string Name => Path.Length == 0 ? What : $"{What}: {Path}";

        /// <summary>A value that is added or removed as a whole, in the API's spelling.</summary>
        public string Whole(Value value) => ValueText.Of(IsVerbatim ? value : ApiShape.FromCloudFormation(value));

        public Way At(int i) => this with { Path = $"{Path}[{i}]" };

        public Way Below(string key) => this with
        {
            Path = IsPlain(key) ? $"{(Path.Length == 0 ? "" : $"{Path}.")}{Spell(key)}"
                : $"{Path}[{CanonicalJson.Compact(key)}]",
            IsWritten = !IsVerbatim && Written.Contains(key),
        };

        private string Spell(string key) => IsVerbatim ? key : FirstLetter.Lower(key);

        private static bool IsPlain(string key) =>
            key.Length > 0 && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '$');
    }
}
