using Infra.Cli.Files;
using Infra.Cli.Local;
using Infra.Spelling;

namespace Infra.Cli.Moving;

/// <summary>A message for the commit that a command leaves to people or a workflow.</summary>
internal static class CommitMessage
{
    private const int LongestReason = 500;

    /// <summary>Writes it where git ignores it, and says how to use it.</summary>
    /// <param name="host">Who is told.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="file">What changed.</param>
    /// <param name="subject">The first line.</param>
    /// <param name="trailer">A line that programs read.</param>
    public static void Offer(Host host, string folder, string file, string subject, (string Key, string Value) trailer)
    {
        var words = string.Join(' ', trailer.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var path = LocalFiles.CommitMessage(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, $"{subject}\n\n{trailer.Key} {TerminalText.Line(Cut.Head(words, LongestReason))}\n");
        host.Error.WriteLine($"Commit it with: git commit -F {Path.GetRelativePath(folder, path)} {file}");
    }
}
