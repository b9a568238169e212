using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Changes;

/// <summary>What differs between two objects, value by value, however deep they stand.</summary>
internal static class LeafChanges
{
    /// <summary>Texts that people write: what became of them is told word by word.</summary>
    private static readonly ImmutableArray<string> Written = ["Code", "Expression", "TextPromptTemplate"];

    /// <summary>The differences, each named by the way to it in the API's words.</summary>
    public static IEnumerable<ContentChange> Between(string what, Value.Map before, Value.Map after, Impact impact) =>
        before.Entries.Keys.Union(after.Entries.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(key => (before[key], after[key]) switch
            {
                (Value.Map was, Value.Map now) => Between($"{what}{Camel(key)}.", was, now, impact),
                (Value.Text was, Value.Text now) when was != now && Written.Contains(key) =>
                    [new ContentChange.Reworded($"{what}{Camel(key)}", WordDiff.Between(was.Content, now.Content))],
                var (was, now) => ContentChanges.OfValue($"{what}{Camel(key)}", impact, was, now),
            });

    private static string Camel(string key) => char.ToLowerInvariant(key[0]) + key[1..];
}
