using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Releases.StackFiles;

/// <summary>Writes targets into the text of a stack's file; comments, layout and all the rest stay.</summary>
public static class StackFileEdit
{
    private static readonly ImmutableArray<string> Path =
        ["config", $"{SettingsReader.Project}:{SettingsShape.Live.Field.Key}"];

    /// <summary>The text with the targets of names in it.</summary>
    /// <param name="file">The file's path, as <c>Pulumi.prod.yaml</c>.</param>
    /// <param name="text">What it says, line ends included.</param>
    /// <param name="moves">The prompts and flows, each once, and what the stack shall serve of them.</param>
    /// <returns>
    /// The text, which has been read back: it says the targets, and otherwise exactly what it said before. PRM173
    /// where that cannot be done.
    /// </returns>
    /// <remarks>However many names move, the file is read and written as often.</remarks>
    public static Checked<string> Serve(
        string file, string text, params ImmutableArray<(string Name, Target.Pinned Target)> moves)
    {
        var lines = new EditableText(file, text);
        var report = new List<Diagnostic>();
        if (YamlCursor.Read(lines.Source, report) is not { } root || report.HasErrors())
        {
            return Refused(moves, _ => Location.StartOf(file));
        }

        var live = root.Get(Path[0]).Get(Path[1]);
        var listed = (live as YamlNode.Mapping)?.Entries.ToDictionary(entry => entry.Key.Text, StringComparer.Ordinal)
            ?? [];
        ImmutableArray<(string Name, Target.Pinned Target)> known =
            [.. moves.Where(move => listed.ContainsKey(move.Name))];
        if (known.IsEmpty)
        {
            return Added(lines, root, moves, live?.At ?? Location.StartOf(file));
        }

        var changed = Changed(lines, root, listed, known);
        return known.Length == moves.Length || changed.Value is not { } edited
            ? changed
            : Serve(file, edited, [.. moves.Where(move => !listed.ContainsKey(move.Name))]);
    }

    private static Checked<string> Changed(
        EditableText lines,
        YamlNode root,
        Dictionary<string, YamlEntry> listed,
        ImmutableArray<(string Name, Target.Pinned Target)> moves)
    {
        var edits = moves.ToDictionary(
            move => move, move => EntryEdits.Of(lines, listed[move.Name], move.Target));
        var left = moves.Where(move => edits[move] is not { } own
            || !StackFileProof.StaysWithin(listed[move.Name], lines, own));
        return left.Any() ? Refused(left, At)
            : Proved(lines, root, moves, edits.Values.SelectMany(own => own!.Value)) is { } edited ? new(edited, [])
            : Refused(moves.Length == 1 ? moves : moves.Where(move => Alone(move).Value is null), At);

        Location At(string name) => listed[name].Key.At;

        Checked<string> Alone((string Name, Target.Pinned Target) move) => Changed(lines, root, listed, [move]);
    }

    private static Checked<string> Added(
        EditableText lines, YamlNode root, ImmutableArray<(string Name, Target.Pinned Target)> moves, Location at) =>
        NewEntryEdits.Of(
            lines, root, Path, [.. moves.Select(move => (move.Name, EntryEdits.Spell(move.Target)))]) is { } edits
            && Proved(lines, root, moves, edits) is { } edited
                ? new(edited, [])
                : Refused(moves, _ => at);

    /// <summary>The edited text; null where it does not say what it should.</summary>
    private static string? Proved(
        EditableText lines,
        YamlNode root,
        ImmutableArray<(string Name, Target.Pinned Target)> moves,
        IEnumerable<TextEdit> edits)
    {
        var edited = lines.Apply(edits);
        return StackFileProof.OnlyServes(
            new EditableText(lines.Source.File, edited).Source, Path, moves, root) ? edited : null;
    }

    private static Checked<string> Refused(
        IEnumerable<(string Name, Target.Pinned Target)> moves, Func<string, Location> at) =>
        new(null, [.. moves.Select(move =>
            Problems.CannotEdit(at(move.Name), move.Name, EntryEdits.Spell(move.Target)))]);

    /// <summary>The text without the experiment on a name.</summary>
    /// <param name="file">The file's path, as <c>Pulumi.prod.yaml</c>.</param>
    /// <param name="text">What it says, line ends included.</param>
    /// <param name="name">The prompt or flow; the stack's settings have an experiment on it.</param>
    /// <returns>The text, which has been read back: it says all the rest. PRM598 where that cannot be done.</returns>
    public static Checked<string> End(string file, string text, string name)
    {
        var lines = new EditableText(file, text);
        ImmutableArray<string> path = [Path[0], $"{SettingsReader.Project}:experiments"];
        return YamlCursor.Read(lines.Source, []) is { } root
            && EntryRemoval.Of(lines, root.Get(path[0]), path[1], name) is { } edit
            && lines.Apply([edit]) is var edited
            && StackFileProof.OnlyLacks(new EditableText(file, edited).Source, path, name, root)
            ? new(edited, [])
            : new(null, [Problems.CannotEnd(Location.StartOf(file), name)]);
    }
}
