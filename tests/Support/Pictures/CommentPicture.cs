using System.Net;
using System.Text.RegularExpressions;

namespace Infra.Tests.Support.Pictures;

/// <summary>A comment of a pull request, as GitHub shows its Markdown: as much as plans use.</summary>
internal static partial class CommentPicture
{
    private const StringComparison Ordinal = StringComparison.Ordinal;
    private const double Letter = 7.9;
    private const int Step = 18;

    /// <summary>The picture; Markdown that it does not know fails.</summary>
    public static Picture Of(string title, string markdown)
    {
        var lines = new List<PictureLine>();
        var source = markdown.TrimEnd('\n').Split('\n')
            .SkipWhile(line => line.Length == 0 || line.StartsWith("<!--", Ordinal)).ToArray();
        for (var i = 0; i < source.Length;)
        {
            var table = source[i..].TakeWhile(line => line is ['|', ..]).ToArray();
            var block = source[i].TrimStart().StartsWith("<pre>", Ordinal)
                ? source[i..].TakeUntil("</pre>").ToArray()
                : [];
            lines.AddRange(table is not [] ? Table(table) : block is not [] ? Block(block) : [Line(source[i])]);
            i += Math.Max(1, table.Length + block.Length);
        }

        return new(title, [.. lines]);
    }

    private static PictureLine Line(string line) => line switch
    {
        "" => new() { Height = 10 },
        ['#', '#', '#', ' ', .. var heading] => new(Cell(heading, "large")) { Height = 28 },
        ['#', '#', '#', '#', ' ', .. var heading] => new(Cell(heading, "strong")) { Height = 22 },
        ['-', ' ', .. var item] => new(new PictureCell(4, new PictureRun("•")), Cell(item) with { Left = Step }),
        [>= 'A' and <= 'Z', ..] => new(Cell(line)),
        _ => throw new InvalidOperationException($"A picture knows no Markdown as in '{line}'."),
    };

    private static IEnumerable<PictureLine> Block(string[] lines) => lines.Select(line => new PictureLine(
        Cell(line.Trim().Replace("<pre>", "", Ordinal).Replace("</pre>", "", Ordinal), "code"))
    {
        Indent = Step,
        Height = Step,
    });

    private static IEnumerable<PictureLine> Table(string[] rows)
    {
        var cells = rows.Where((_, i) => i != 1)
            .Select(row => row.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
        var lefts = new int[cells[0].Length];
        for (var i = 1; i < lefts.Length; i++)
        {
            lefts[i] = lefts[i - 1] + 20 + (int)(cells.Max(row => row[i - 1].Length) * Letter);
        }

        return cells.Where((row, i) => i > 0 || row.Any(cell => cell.Length > 0)).Select((row, i) => new PictureLine(
            [.. row.Zip(lefts, (cell, left) => Cell(cell, i == 0 ? "strong" : "") with { Left = left })])
        {
            Height = 25,
            IsRuled = i > 0,
        });
    }

    private static PictureCell Cell(string text, string style = "") => new(0,
    [
        .. from piece in Piece().Matches(text)
           select piece.Groups["strong"] is { Success: true } strong ? new PictureRun(Plain(strong.Value), "strong")
               : piece.Groups["code"] is { Success: true } code ? new(code.Value, $"code {style}".Trim())
               : piece.Groups["del"] is { Success: true } removed ? new(Plain(removed.Value), $"{style} del".Trim())
               : piece.Groups["ins"] is { Success: true } added ? new(Plain(added.Value), $"{style} ins".Trim())
               : new PictureRun(Plain(piece.Value), style),
    ]);

    private static string Plain(string text) => WebUtility.HtmlDecode(Escaped().Replace(text, "$1"));

    private static IEnumerable<string> TakeUntil(this IEnumerable<string> lines, string end)
    {
        foreach (var line in lines)
        {
            yield return line;
            if (line.Contains(end, Ordinal))
            {
                yield break;
            }
        }
    }

    [GeneratedRegex(@"\*\*(?<strong>.+?)\*\*|`(?<code>[^`]+)`|<del>(?<del>.*?)</del>|<ins>(?<ins>.*?)</ins>"
        + @"|(?:(?!\*\*|`|<(?:del|ins)>).)+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}
