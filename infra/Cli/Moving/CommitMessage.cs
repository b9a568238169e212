using Infra.Cli.Files;
using Infra.Cli.Local;
using Infra.Spelling;

namespace Infra.Cli.Moving;

/// <summary>The message for the commit of a command's change, which is left to people or a workflow.</summary>
internal static class CommitMessage
{
    private const int LongestReason = 500;

    /// <summary>Writes the message to a file that git ignores, and prints how to use it.</summary>
    /// <param name="host">The console's surroundings.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="file">The changed file.</param>
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
