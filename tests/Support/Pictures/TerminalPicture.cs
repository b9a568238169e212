namespace Infra.Tests.Support.Pictures;

/// <summary>Commands and what they printed, as a terminal shows them.</summary>
internal static class TerminalPicture
{
    private const int Longest = 90;
    private const int Height = 18;

    /// <summary>The picture; a line that is too long for it fails.</summary>
    public static Picture Of(string title, IReadOnlyCollection<(string Command, string Printed)> runs) => new(
        title, [.. runs.SelectMany((run, i) => Lines(run.Command, run.Printed, isFirst: i == 0))]);

    private static IEnumerable<PictureLine> Lines(string command, string printed, bool isFirst) =>
    [
        .. isFirst ? Array.Empty<PictureLine>() : [new() { Height = Height / 2 }],
        new(new PictureCell(0, new("$ ", "code quiet"), new(command, "code strong"))) { Height = Height },
        .. printed.TrimEnd('\n').Split('\n').Select(line =>
            line.Length > Longest
                ? throw new InvalidOperationException($"A picture has no room for '{line}'.")
                : new PictureLine(new PictureCell(0, new PictureRun(line, "code"))) { Height = Height }),
    ];
}
