using System.Text;
using Infra.Local.State;
using Infra.Workspace;

namespace Infra.Cli.Files;

/// <summary>Writes files so that nobody ever sees half of one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file, then moves over it.</summary>
    public static void Write(string path, string text)
    {
        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes a file of a project that must not exist yet.</summary>
    /// <remarks>A move that does not overwrite looks first and moves then: two could both succeed. So one at a time.
    /// </remarks>
    /// <exception cref="IOException">It exists: somebody else was faster.</exception>
    /// <exception cref="Failure">It would lie outside, or somebody is writing it at this moment.</exception>
    public static void Create(string project, string path, string text)
    {
        var file = Inside(project, path);
        using var turn = Lock(project, path);
        if (File.Exists(file))
        {
            throw new IOException($"{path} was created by somebody else in the meantime. Run the command again.");
        }

        Write(file, text);
    }

    /// <summary>Writes a file of a project, whatever it said.</summary>
    /// <exception cref="Failure">It would lie outside.</exception>
    public static void Put(string project, string path, string text) => Write(Inside(project, path), text);

    /// <summary>The same for a file that others edit too: only while it says what the new text was made from.</summary>
    /// <exception cref="Failure">It says something else by now, or somebody is replacing it at this moment.</exception>
    public static void Replace(string path, string before, string after)
    {
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        using var turn = Lock(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        var temporary = $"{file}.new";
        try
        {
            File.WriteAllText(temporary, after);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(file));
            }

            if (!File.ReadAllBytes(file).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(before)))
            {
                throw new Failure($"{Path.GetFileName(path)} was changed by somebody else in the meantime. "
                    + "Nothing was written; try again.");
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Whose turn it is to write a file: the lock lies in <c>.local/</c> and ends with who holds it.</summary>
    private static FileStream Lock(string project, string path)
    {
        var folder = Directory.CreateDirectory(Path.Combine(project, ".local")).FullName;
        return FileGuard.Take(Path.Combine(folder, $"{path.Replace('/', '+')}.lock"))
            ?? throw new Failure($"Another command is changing {path}. Try again.");
    }

    /// <summary>Where a path of a project lies; its folders are made.</summary>
    private static string Inside(string project, string path)
    {
        var at = project;
        foreach (var part in path.Split('/'))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                throw new Failure($"{Path.GetRelativePath(project, at)} is a link, and nothing is written through "
                    + "links. Replace it with a file or folder.");
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(at)!);
        return at;
    }
}
