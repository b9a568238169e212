using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks the keys and values of tags and metadata.</summary>
internal static class LabelRules
{
    /// <summary>All problems of an entry; a value with placeholders is checked once a stack has filled them
    /// in.</summary>
    public static IEnumerable<Diagnostic> Check(NamedText entry, int least, int most)
    {
        var (key, value) = (entry.Name.Value, entry.Text.Value);
        var isOpen = Placeholders.Has(value);
        return
        [
            .. TextRules.HasLength(entry.Name, "key", 1, Limits.LabelKey),
            .. isOpen ? PlaceholdersAreNamed(entry.Text) : TextRules.HasLength(entry.Text, key, least, most),
            .. !Limits.AreLabelCharacters(key) ? [Problems.LabelCharacters(entry.Name.At, key)]
                : !isOpen && !Limits.AreLabelCharacters(value) ? [Problems.LabelCharacters(entry.Text.At, key)]
                : Enumerable.Empty<Diagnostic>(),
        ];
    }

    /// <summary>Every <c>${</c> must start a placeholder with a name (PRM030).</summary>
    public static IEnumerable<Diagnostic> PlaceholdersAreNamed(Located<string> text) =>
        Placeholders.Names(text.Value).Contains(null) ? [Problems.MalformedPlaceholder(text.At)] : [];
}
