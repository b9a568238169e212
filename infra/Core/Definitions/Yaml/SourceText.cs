using System.Text;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>A text file of the project, decoded; CRLF is read as LF (a lone CR or U+2028 is part of somebody's text).</summary>
/// <param name="File">The path from the project's folder, with forward slashes.</param>
/// <param name="Text">What the file says.</param>
public sealed record SourceText(string File, string Text)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    /// <value>1,048,576 bytes.</value>
    /// <remarks>A larger one is PRM011. Bedrock takes 200,000 characters of prompt text; nothing honest comes near this.</remarks>
    public const int LargestFile = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes strictly: UTF-8, no byte order mark, no invisible characters. Null when it is not text at all.</summary>
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
            report.Add(Problems.NotUtf8(LocationInBytes(file, bytes[..Math.Min(e.Index, bytes.Length)])));
            return null;
        }
    }

    /// <summary>Where the character with this index stands.</summary>
    public Location LocationOf(int index)
    {
        var before = Text.AsSpan(0, Math.Min(index, Text.Length));
        return new(File, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private static Location LocationInBytes(string file, ReadOnlySpan<byte> before) =>
        new(file, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
}
