using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>The file that keeps a server's world: one line for each change, so that a kill loses nothing.</summary>
/// <remarks>
/// Its first line names the world, so that whoever remembers another one knows. A damaged file is kept beside, and
/// the server starts with an empty world: a part of one would hold things that nobody knows of.
/// </remarks>
internal sealed class Journal : IDisposable
{
    private const int KeptRequests = 100;

    private readonly LineFile file;

    /// <summary>Opens a file, or makes it; while it is open no other server can.</summary>
    /// <exception cref="AlreadyServedException">Another server has it.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public Journal(string path)
    {
        file = new(path, new AlreadyServedException($"Another server has {path}."));
        try
        {
            var (name, world) = Read(file) ?? ($"\"{Guid.NewGuid():n}\"", null);
            Damage = world is null && file.Lines is not [] || file.Damaged is not null
                ? $"{path}({file.Damaged ?? 1}) was damaged. It is kept as {Path.GetFileName(file.Kept)}, and the "
                    + "local Bedrock starts empty: 'prompts up <stack> --local' deploys a stack again."
                : null;
            World = world ?? World.Empty;
            file.Rewrite(
            [
                name,
                Spell(new(World.Serial, [])),
                .. World.Rows.Select(row => Spell(new(World.Serial, [new Entry { Put = row }]))),
            ]);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What the file held when it was opened.</summary>
    public World World { get; }

    /// <summary>What people should know about the file; null for nothing.</summary>
    public string? Damage { get; }

    /// <summary>The name of the world that a file keeps, whoever has it; empty for none.</summary>
    public static string NameOf(string path) => LineFile.Read(path).Lines.FirstOrDefault("");

    /// <summary>Appends what changed; when this returns, it survives the end of the process.</summary>
    public void Append(World changed)
    {
        if (!changed.Unsaved.IsEmpty)
        {
            file.Append(Spell(new(changed.Serial, [.. changed.Unsaved])));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>The world and its name; null where there is none, or none that is whole.</summary>
    private static (string Name, World? World)? Read(LineFile file)
    {
        if (file.Damaged is not null || file.Lines is not [var name, .. var lines])
        {
            return null;
        }

        try
        {
            var world = lines.Aggregate(World.Empty, (world, line) =>
                world.After(JsonSerializer.Deserialize(line, RowJson.Default.Change)!));
            return (name, Recent(world) with { Unsaved = [] });
        }
        catch (JsonException)
        {
            // Whole lines, but of another version of the program.
            return null;
        }
    }

    /// <summary>AWS forgets requests after seven days; here the last ones are kept, however old.</summary>
    private static World Recent(World world) => world.Rows
        .OfType<Progress>()
        .OrderByDescending(request => request.At)
        .ThenBy(request => request.Id, StringComparer.Ordinal)
        .Skip(KeptRequests)
        .Aggregate(world, (kept, request) => kept.Remove(request));

    private static string Spell(Change change) => JsonSerializer.Serialize(change, RowJson.Default.Change);
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
