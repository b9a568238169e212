using Infra.Spelling;

namespace Infra.Diagnostics;

/// <content>Files and YAML: PRM001 to PRM011, PRM016 to PRM019.</content>
public static partial class Problems
{
    /// <summary>The file is not UTF-8.</summary>
    public static Diagnostic NotUtf8(Location at) => Error(
        at, "PRM001", "The file is not UTF-8 from here on. Save it as UTF-8.");

    /// <summary>The file starts with a byte order mark.</summary>
    public static Diagnostic ByteOrderMark(Location at) => Error(
        at, "PRM002", "The file starts with a byte order mark (BOM). Save it as UTF-8 without one.");

    /// <summary>The file is not YAML.</summary>
    /// <param name="at">Where reading stopped.</param>
    /// <param name="reason">The parser's own words.</param>
    /// <param name="line">The line it stopped in, to tell the common slips apart.</param>
    public static Diagnostic YamlSyntax(Location at, string reason, string line) => Error(
        at, "PRM003", $"This is not valid YAML: {Sentence(reason)}{SyntaxAdvice(reason, line)}");

    /// <summary>A text block starts with a line of spaces only.</summary>
    public static Diagnostic BlanksStartBlock(Location at) => Error(
        at, "PRM003", "This line at the start of a text block holds only spaces, which YAML parsers read "
            + "differently. Remove the spaces.");

    /// <summary>An unresolved merge conflict.</summary>
    public static Diagnostic ConflictMarker(Location at) => Error(
        at, "PRM003", "This is an unresolved merge conflict. Keep one side and delete the lines that git added.");

    /// <summary>A character that YAML reads as a line break and editors do not.</summary>
    public static Diagnostic ForeignLineEnd(Location at, int codePoint) => Error(
        at, "PRM003", $"This line contains U+{codePoint:X4}, which YAML reads as a line break. Replace it with a "
            + $"line break, or write the text in double quotes with \\u{codePoint:X4} in its place.");

    /// <summary>The file has no content.</summary>
    public static Diagnostic EmptyFile(Location at) => Error(
        at, "PRM004", "The file is empty. Write a definition or delete the file.");

    /// <summary>The file holds a second document.</summary>
    public static Diagnostic SeveralDocuments(Location at) => Error(
        at, "PRM005", "A second YAML document starts here. Keep one definition per file.");

    /// <summary>An anchor or alias.</summary>
    public static Diagnostic AnchorOrAlias(Location at, string what) => Error(
        at, "PRM006", $"'{what}' is a YAML anchor or alias, which definitions do not use. "
            + "Write the value out; quote it if it is meant as text.");

    /// <summary>A YAML tag such as <c>!!int</c>.</summary>
    public static Diagnostic YamlTag(Location at, string tag) => Error(
        at, "PRM006", $"'{tag.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal)}' is a YAML tag, which "
            + "definitions do not use. Remove it; quote the value if it is text.");

    /// <summary>A key that is a list or a mapping.</summary>
    public static Diagnostic KeyIsNotText(Location at) => Error(
        at, "PRM003", "A key must be plain text. Quote it if it starts with '{' or '['.");

    /// <summary>A key is given twice.</summary>
    public static Diagnostic DuplicateKey(Location at, string key, int firstLine) => Error(
        at, "PRM007", $"'{key}' is given twice; the first is in line {firstLine}. Keep one of them.");

    /// <summary>An unknown key.</summary>
    public static Diagnostic UnknownKey(Location at, string key, string where, string advice) => Error(
        at, "PRM008", $"'{key}' is not a key of {where}. {advice}");

    /// <summary>A decimal comma.</summary>
    public static Diagnostic DecimalComma(Location at, string digits) => Error(
        at, "PRM008", $"'{digits}' follows a comma, and a comma ends the value before it. Write decimals with a point, "
            + "as in 0.7.");

    /// <summary>A value of the wrong type.</summary>
    public static Diagnostic WrongType(Location at, string key, string expected, string found) => Error(
        at, "PRM009", $"'{key}' should be {expected}; found {found}.");

    /// <summary>A number in JSON that cannot reach AWS unchanged.</summary>
    public static Diagnostic NumberNotKept(Location at, string number) => Error(
        at, "PRM475", $"The number '{number}' cannot reach AWS unchanged. Quote it if you mean text; otherwise write "
            + "its digits out, at most 28 of them, without a leading zero.");

    /// <summary>A null in a list, which the provider leaves out.</summary>
    public static Diagnostic NullInList(Location at) => Error(
        at, "PRM477", "A null in a list never reaches AWS: the provider leaves it out. In a schema, allow it beside "
            + "the list with anyOf: [{ enum: [A] }, { type: 'null' }]; elsewhere remove it.");

    /// <summary>A file or entry that must be a mapping and is not.</summary>
    public static Diagnostic NotAMapping(Location at, string what, string found) => Error(
        at, "PRM009", $"{FirstLetter.Upper(what)} must be a mapping of keys and values; found {found}.");

    /// <summary>A required key is absent.</summary>
    public static Diagnostic MissingKey(Location at, string key, string where) => Error(
        at, "PRM010", $"{FirstLetter.Upper(where)} needs '{key}'. Add it.");

    /// <summary>The file is too large.</summary>
    public static Diagnostic FileTooLarge(Location at, int limit) => Error(
        at, "PRM011", $"The file is larger than {limit:N0} bytes. Split it, or move what is not a prompt elsewhere.");

    /// <summary>Lists and mappings are nested too deeply.</summary>
    public static Diagnostic NestedTooDeep(Location at, int limit) => Error(
        at, "PRM011", $"Lists and mappings nest deeper than {limit} levels here. Flatten the value.");

    /// <summary>Invisible characters.</summary>
    /// <param name="at">The first.</param>
    /// <param name="codePoint">Which it is.</param>
    /// <param name="count">How many there are in a row.</param>
    public static Diagnostic InvisibleCharacters(Location at, int codePoint, int count) => Error(
        at, "PRM019", count == 1
            ? $"This is an invisible character (U+{codePoint:X4}): reviewers cannot see it, but models read it. Delete "
                + "it."
            : $"These are {count} invisible characters, the first U+{codePoint:X4}: reviewers cannot see them, but "
                + "models read them. Delete them.");

    private static string Sentence(string reason)
    {
        var text = reason.Split('\n')[0].Trim().TrimEnd('.');
        return text.Length == 0 ? "the parser stops here." : $"{FirstLetter.Lower(text)}.";
    }

    private static string SyntaxAdvice(string reason, string line) =>
        line.Contains('\t', StringComparison.Ordinal) ? " The line contains a tab: indent with spaces."
        : line.Contains("${", StringComparison.Ordinal) ? " Inside { } or [ ], quote a placeholder: \"${name}\"."
        : reason.Contains("invalid mapping", StringComparison.Ordinal)
            ? " Quote a text that holds ': '; check indentation."
        : reason.Contains("cannot start any token", StringComparison.Ordinal)
            ? " Quote a text that starts with this character."
        : " Check indentation and quotes.";
}
