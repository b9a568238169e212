using Microsoft.Win32.SafeHandles;

namespace Infra.Workspace;

/// <summary>Reads a file by its handle and not by its name: once, only if it is a regular file, and only up to a
/// size.</summary>
public static class ProjectFile
{
    /// <summary>Reads a file at a path below a folder, without following links.</summary>
    /// <param name="folder">The folder, which itself may be reached through links.</param>
    /// <param name="path">The path from that folder, with forward slashes.</param>
    /// <param name="most">The most bytes to read.</param>
    /// <returns>The bytes; null where there is no regular file, or a link is part of the path.</returns>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static byte[]? Read(string folder, string path, int most)
    {
        using var handle = OperatingSystem.IsWindows() ? OpenOnWindows(folder, path) : UnixFile.Open(folder, path);
        return handle is null ? null : Read(handle, most);
    }

    /// <summary>Reads a file that a user named, through links as well.</summary>
    /// <exception cref="Failure">It is not a regular file, or it is too large.</exception>
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

    /// <summary>Reads from a handle. One that cannot seek, such as a pipe, counts as no file; a device is only read up
    /// to the limit.</summary>
    private static byte[]? Read(SafeFileHandle handle, int most)
    {
        try
        {
            using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            return file.CanSeek ? Read(file, most) : null;
        }
        catch (UnauthorizedAccessException)
        {
            // A folder can be opened and can seek, but cannot be read.
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

    /// <summary>Opens a file on Windows, which has no option not to follow links: they are looked for before and after
    /// opening.</summary>
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

    /// <summary>Whether a part of a path is currently a link.</summary>
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
