using System.Collections.Immutable;
using Infra.Rendering;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Changes;

/// <summary>What differs between two values, leaf by leaf, however deep they stand.</summary>
internal static class LeafChanges
{
    /// <summary>The longest value that is told by what it was and is; a longer one is told word by word.</summary>
    private const int Longest = 120;

    /// <summary>Texts that people write: what became of them is told word by word.</summary>
    private static readonly ImmutableArray<string> Written = ["Code", "Expression", "TextPromptTemplate"];

    /// <summary>The differences, each named by the way to it: keys as the API spells them, the author's own as they
    /// are.</summary>
    /// <param name="what">What the values are called.</param>
    /// <param name="before">What was; null for nothing.</param>
    /// <param name="after">What is; null for nothing.</param>
    /// <param name="impact">What each difference means.</param>
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

    /// <summary>What a value holds: a schema's <c>json</c> is the only way to say it and says nothing itself.</summary>
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
            // The number 1 and the text "1" are two things.
            (was, now) = (CanonicalJson.Compact(before), CanonicalJson.Compact(after));
        }

        return way.IsWritten || IsLong(was) || IsLong(now)
            ? ContentChanges.OfText(way.Name, impact, was, now)
            : new ContentChange.Changed(impact, way.Name, was, now);
    }

    private static bool IsLong(string text) => text.Length > Longest || text.Contains('\n', StringComparison.Ordinal);

    /// <summary>The way to a value.</summary>
    /// <param name="What">What the whole is called.</param>
    /// <param name="Path">From the whole to the value; empty for the whole.</param>
    /// <param name="IsVerbatim">Whether keys are the author's own.</param>
    /// <param name="IsWritten">Whether people write the value as a text.</param>
    private readonly record struct Way(string What, string Path, bool IsVerbatim, bool IsWritten)
    {
        public string Name => Path.Length == 0 ? What : $"{What}: {Path}";

        /// <summary>All of a value that comes or goes, in the API's words.</summary>
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
