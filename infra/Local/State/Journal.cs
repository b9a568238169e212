using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>The file that keeps a server's world: one line for each change, so that a kill loses nothing.</summary>
internal sealed class Journal : IDisposable
{
    private const int KeptRequests = 100;

    private readonly FileStream guard;
    private readonly FileStream file;

    /// <summary>Opens a file, or makes it; while it is open no other server can.</summary>
    /// <exception cref="AlreadyServedException">Another server has it.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    /// <exception cref="InvalidDataException">It was damaged.</exception>
    public Journal(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        guard = FileGuard.Take($"{path}.lock") ?? throw new AlreadyServedException($"Another server has {path}.");
        try
        {
            World = File.Exists(path) ? Read(path) : World.Empty;
            Rewrite(path, World);
            file = new FileStream(path, FileMode.Append, FileAccess.Write);
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    /// <summary>What the file held when it was opened.</summary>
    public World World { get; }

    /// <summary>Appends what changed; when this returns, it survives the end of the process.</summary>
    public void Append(World changed)
    {
        if (!changed.Unsaved.IsEmpty)
        {
            Write(file, new Change(changed.Serial, [.. changed.Unsaved]));
            file.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        file.Dispose();
        guard.Dispose();
    }

    private static World Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var world = World.Empty;
        for (var index = 0; index < lines.Length; index++)
        {
            if (Parse(lines[index]) is { } change)
            {
                world = world.After(change);
            }
            else if (index < lines.Length - 1)
            {
                throw new InvalidDataException(
                    $"{path}({index + 1}): this line is damaged. Delete the file to start anew.");
            }

            // A last line that a kill cut short belongs to a change that nobody was told of.
        }

        return Recent(world) with { Unsaved = [] };
    }

    /// <summary>AWS forgets requests after seven days; here the last ones are kept, however old.</summary>
    private static World Recent(World world) => world.Rows
        .OfType<Progress>()
        .OrderByDescending(request => request.At)
        .ThenBy(request => request.Id, StringComparer.Ordinal)
        .Skip(KeptRequests)
        .Aggregate(world, (kept, request) => kept.Remove(request));

    /// <summary>Leaves out what was changed again later; the old file stands until the new one is whole.</summary>
    private static void Rewrite(string path, World world)
    {
        var temporary = $"{path}.new";
        using (var whole = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            Write(whole, new Change(world.Serial, []));
            foreach (var row in world.Rows)
            {
                Write(whole, new Change(world.Serial, [new Entry { Put = row }]));
            }

            whole.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static Change? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RowJson.Default.Change);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(FileStream file, Change change)
    {
        JsonSerializer.Serialize(file, change, RowJson.Default.Change);
        file.WriteByte((byte)'\n');
    }
}

/// <summary>What one operation did to the world.</summary>
/// <param name="Serial">The world's serial after it.</param>
/// <param name="Entries">What it put and removed, oldest first.</param>
internal sealed record Change(long Serial, ImmutableArray<Entry> Entries);

/// <summary>Exactly one of the two rows is there.</summary>
internal sealed record Entry
{
    public Row? Put { get; init; }

    public Row? Removed { get; init; }
}
