using Infra.Workspace;

namespace Infra.Cli.New;

/// <summary>Writes a folder as a whole: either all of its files are written, or nothing changes.</summary>
internal static class WholeFolder
{
    /// <summary>Refuses a folder that is not empty.</summary>
    /// <exception cref="Failure">It is not empty, or it is a file.</exception>
    public static void Refuse(string folder)
    {
        if (File.Exists(folder))
        {
            throw new Failure($"{folder} is a file. Name a folder that does not exist yet.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).FirstOrDefault() is { } first)
        {
            throw new Failure($"{folder} is not empty: it holds {Path.GetFileName(first)}. Name a folder that does not "
                + "exist yet, or empty it.");
        }
    }

    /// <summary>Writes the files beside the folder first, then moves them into it.</summary>
    public static void Write(string folder, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!;
        Directory.CreateDirectory(parent);
        var draft = Path.Combine(parent, $".{Path.GetFileName(folder)}.{Guid.NewGuid():N}.tmp");
        try
        {
            foreach (var (path, content) in files)
            {
                var file = Path.Combine(draft, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, content);
            }

            if (Directory.Exists(folder))
            {
                MoveInto(folder, draft);
            }
            else
            {
                Directory.Move(draft, folder);
            }
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    /// <summary>Moves the files into an existing folder, which is kept since it may be somebody's current
    /// folder.</summary>
    private static void MoveInto(string folder, string draft)
    {
        var moved = new Stack<string>();
        try
        {
            foreach (var entry in new DirectoryInfo(draft).GetFileSystemInfos())
            {
                var to = Path.Combine(folder, entry.Name);
                Directory.Move(entry.FullName, to);
                moved.Push(to);
            }
        }
        catch (IOException)
        {
            foreach (var entry in moved)
            {
                Directory.Move(entry, Path.Combine(draft, Path.GetFileName(entry)));
            }

            throw;
        }
    }
}
