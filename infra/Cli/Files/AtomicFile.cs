using System.Text;
using Infra.Workspace;

namespace Infra.Cli.Files;

/// <summary>Writes files so that nobody ever sees half of one.</summary>
internal static class AtomicFile
{
    /// <summary>EEXIST. Asking whether the file exists would be too late:
    /// its owner may just have moved it away.</summary>
    private const int FileExistsOnUnix = 17;

    private const int FileExistsOnWindows = unchecked((int)0x80070050);

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

    /// <summary>The same for a file that must not exist yet.</summary>
    /// <exception cref="IOException">It exists: somebody else was faster.</exception>
    public static void Create(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: false);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The same for a file that others edit too: only while it says what the new text was made from.</summary>
    /// <exception cref="Failure">It says something else by now, or somebody is replacing it at this moment.</exception>
    public static void Replace(string path, string before, string after)
    {
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

        // The temporary file is the lock as well: only one process can create it.
        var temporary = $"{file}.lock";
        using var stream = Lock(temporary);
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(after));
            stream.Flush(flushToDisk: true);
            stream.Close();
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
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (IOException e) when (e.HResult is FileExistsOnUnix or FileExistsOnWindows)
        {
            throw new Failure(
                $"{path} exists: another command is changing the file. Try again; delete it if none is running.", e);
        }
    }
}
