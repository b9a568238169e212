using Microsoft.Win32.SafeHandles;

namespace Infra.Workspace;

/// <summary>Reads a file by what is opened, and not by its name: once, a regular file, no more than asked.</summary>
public static class ProjectFile
{
    /// <summary>Reads a file that is reached from a folder without following a link.</summary>
    /// <param name="folder">Where it starts; how that is reached does not matter.</param>
    /// <param name="path">The path from there, with forward slashes.</param>
    /// <param name="most">How many bytes are read at most.</param>
    /// <returns>The bytes; null where there is no regular file, or a link on the way to it.</returns>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[]? Read(string folder, string path, int most)
    {
        using var handle = OperatingSystem.IsWindows() ? OpenOnWindows(folder, path) : UnixFile.Open(folder, path);
        return handle is null ? null : Read(handle, most);
    }

    /// <summary>Reads a file that somebody named, wherever it lies and links lead.</summary>
    /// <exception cref="Failure">It is no regular file, or too large.</exception>
    public static string ReadText(string path, int most)
    {
        using var handle = OperatingSystem.IsWindows() ? File.OpenHandle(path) : UnixFile.Open(path);
        var bytes = (handle is null ? null : Read(handle, most + 1))
            ?? throw new Failure(File.Exists(path)
                ? $"{path} is not a regular file. Replace it with one."
                : $"There is no file {path}.");
        if (bytes.Length > most)
        {
            throw new Failure($"{path} is larger than {most / 1024 / 1024} MB. Split it.");
        }

        using var reader = new StreamReader(new MemoryStream(bytes));
        return reader.ReadToEnd();
    }

    /// <summary>What cannot be sought in, such as a pipe, is no file; a device is read no further than asked.</summary>
    private static byte[]? Read(SafeFileHandle handle, int most)
    {
        try
        {
            using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            return file.CanSeek ? Read(file, most) : null;
        }
        catch (UnauthorizedAccessException)
        {
            // A folder can be opened, and sought in, and not read.
            return null;
        }
    }

    private static byte[] Read(FileStream file, int most)
    {
        var bytes = new byte[Math.Clamp(file.Length + 1, 4096, most)];
        var count = 0;
        for (int read; (read = file.Read(bytes, count, bytes.Length - count)) > 0;)
        {
            count += read;
            if (count == bytes.Length && count < most)
            {
                Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, most));
            }
        }

        return bytes[..count];
    }

    /// <summary>Windows cannot be told to follow no link: it is looked for before and after opening.</summary>
    private static SafeFileHandle? OpenOnWindows(string folder, string path)
    {
        if (LinkOnTheWay(folder, path) || !File.Exists(Path.Combine(folder, path)))
        {
            return null;
        }

        var handle = File.OpenHandle(Path.Combine(folder, path));
        if (!LinkOnTheWay(folder, path))
        {
            return handle;
        }

        handle.Dispose();
        return null;
    }

    /// <summary>Whether a part of a path is a link now.</summary>
    internal static bool LinkOnTheWay(string folder, string path)
    {
        var at = folder;
        foreach (var part in path.Split('/'))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
