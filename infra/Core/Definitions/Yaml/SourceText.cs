using System.Text;
using Infra.Diagnostics;

namespace Infra.Definitions.Yaml;

/// <summary>A decoded text file of the project; CRLF is read as LF (a lone CR or U+2028 is kept as part of the
/// text).</summary>
/// <param name="File">The path from the project's folder, with forward slashes.</param>
/// <param name="Text">The content.</param>
public sealed record SourceText(string File, string Text)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    /// <value>1,048,576 bytes.</value>
    /// <remarks>A larger file is PRM011. Bedrock accepts 200,000 characters of prompt text, far less than
    /// this.</remarks>
    public const int LargestFile = 1024 * 1024;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int[]? _lineStarts;

    /// <summary>A file that a tree lists; null when it is not a regular file or not text.</summary>
    public static SourceText? Read(string file, ISourceTree tree, ICollection<Diagnostic> report)
    {
        if (tree.Read(file) is { } bytes)
        {
            return Decode(file, bytes, report);
        }

        report.Add(Problems.NotAFile(Location.StartOf(file)));
        return null;
    }

    /// <summary>Decodes strictly: UTF-8, no byte order mark, no invisible characters. Null when the bytes are not text
    /// at all.</summary>
    public static SourceText? Decode(string file, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> report)
    {
        if (bytes.Length > LargestFile)
        {
            report.Add(Problems.FileTooLarge(Location.StartOf(file), LargestFile));
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            report.Add(Problems.ByteOrderMark(Location.StartOf(file)));
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            var source = new SourceText(file, Strict.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal));
            InvisibleCharacters.Report(source.Text, source.LocationOf, report);
            return source;
        }
        catch (DecoderFallbackException e)
        {
            var before = new SourceText(file, Encoding.UTF8.GetString(bytes[..Math.Clamp(e.Index, 0, bytes.Length)]));
            report.Add(Problems.NotUtf8(before.LocationOf(before.Text.Length)));
            return null;
        }
    }

    /// <summary>The place of the character at this index; beyond the end, where the next character would be.</summary>
    public Location LocationOf(int index)
    {
        var starts = _lineStarts ??= LineStarts(Text);
        var at = Math.Clamp(index, 0, Text.Length);
        var found = Array.BinarySearch(starts, at);
        var line = found < 0 ? ~found - 1 : found;
        return new(File, line + 1, at - starts[line] + 1);
    }

    /// <summary>The characters of a line, counted from 1, without its line end; empty if there is no such
    /// line.</summary>
    public ReadOnlySpan<char> Line(int number)
    {
        var starts = _lineStarts ??= LineStarts(Text);
        if (number < 1 || number > starts.Length)
        {
            return [];
        }

        var line = Text.AsSpan(starts[number - 1]);
        return line.IndexOf('\n') is var end and >= 0 ? line[..end] : line;
    }

    private static int[] LineStarts(string text)
    {
        var starts = new int[text.AsSpan().Count('\n') + 1];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = text.IndexOf('\n', starts[i - 1]) + 1;
        }

        return starts;
    }
}
