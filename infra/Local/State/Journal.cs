using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>The file for a server's world: one line for each change, so that nothing is lost when the process is
/// killed.</summary>
/// <remarks>
/// Its first line names the world, so that a state for another world is recognised. A damaged file is kept beside it,
/// and the server starts with an empty world: with a part of it, there would be resources that nothing refers to.
/// </remarks>
internal sealed class Journal : IDisposable
{
    private const int KeptRequests = 100;

    private readonly LineFile file;

    /// <summary>Opens or creates a file; no other server can open it at the same time.</summary>
    /// <exception cref="AlreadyServedException">Another server has opened it.</exception>
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

    /// <summary>The world in the file when it was opened.</summary>
    public World World { get; }

    /// <summary>A message about damage to the file; null for none.</summary>
    public string? Damage { get; }

    /// <summary>The name of the world in a file, even one that another server has opened; empty for none.</summary>
    public static string NameOf(string path) => LineFile.Read(path).Lines.FirstOrDefault("");

    /// <summary>Appends the changes; after this, they survive the end of the process.</summary>
    public void Append(World changed)
    {
        if (!changed.Unsaved.IsEmpty)
        {
            file.Append(Spell(new(changed.Serial, [.. changed.Unsaved])));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>The world and its name; null where there is none, or where it is damaged.</summary>
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
            // The lines are complete, but were written by another version of the program.
            return null;
        }
    }

    /// <summary>The world with the latest requests only: AWS forgets requests after seven days, here the last ones are
    /// kept at any age.</summary>
    private static World Recent(World world) => world.Rows
        .OfType<Progress>()
        .OrderByDescending(request => request.At)
        .ThenBy(request => request.Id, StringComparer.Ordinal)
        .Skip(KeptRequests)
        .Aggregate(world, (kept, request) => kept.Remove(request));

    private static string Spell(Change change) => JsonSerializer.Serialize(change, RowJson.Default.Change);
}

/// <summary>The change that an operation made to the world.</summary>
/// <param name="Serial">The world's serial after it.</param>
/// <param name="Entries">The rows that it put and removed, oldest first.</param>
internal sealed record Change(long Serial, ImmutableArray<Entry> Entries);

/// <summary>A row that was put or removed; exactly one of the two is set.</summary>
internal sealed record Entry
{
    public Row? Put { get; init; }

    public Row? Removed { get; init; }
}
