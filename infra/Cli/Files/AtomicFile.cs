using System.Text;
using Infra.Local.State;
using Infra.Workspace;

namespace Infra.Cli.Files;

/// <summary>Writes files so that no reader ever sees half of one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a new file beside the old one, then replaces it.</summary>
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

    /// <summary>Creates a file in a project; it must not exist.</summary>
    /// <remarks>A move without overwriting first checks and then moves, so two could both succeed; hence one at a
    /// time.</remarks>
    /// <exception cref="IOException">It exists: another process was faster.</exception>
    /// <exception cref="Failure">It would be outside the project, or another process is writing it at this
    /// moment.</exception>
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

    /// <summary>Writes a file in a project, whether or not it exists.</summary>
    /// <exception cref="Failure">It would be outside the project.</exception>
    public static void Put(string project, string path, string text) => Write(Inside(project, path), text);

    /// <summary>Replaces a file that others edit too, if it still has the text from which the new one was
    /// made.</summary>
    /// <exception cref="Failure">Its text has changed, or another process is replacing it at this moment.</exception>
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

    /// <summary>The lock for writing a file: it is in <c>.local/</c> and ends with the process.</summary>
    private static FileStream Lock(string project, string path)
    {
        var folder = Directory.CreateDirectory(Path.Combine(project, ".local")).FullName;
        return FileGuard.Take(Path.Combine(folder, $"{path.Replace('/', '+')}.lock"))
            ?? throw new Failure($"Another command is changing {path}. Try again.");
    }

    /// <summary>The full path of a file in a project; its folders are created.</summary>
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
