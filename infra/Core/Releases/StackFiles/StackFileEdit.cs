using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Releases.StackFiles;

/// <summary>Writes targets into the text of a stack's file and keeps comments, layout and everything else.</summary>
public static class StackFileEdit
{
    /// <summary>The text with new targets.</summary>
    /// <param name="project">The project's configuration.</param>
    /// <param name="file">The file's path, as in <c>Pulumi.prod.yaml</c>.</param>
    /// <param name="text">The file's text, with its line ends.</param>
    /// <param name="moves">The prompts and flows, each once, with their new targets.</param>
    /// <returns>
    /// The text, which has been read back: it has the new targets and is otherwise equivalent to the old text. PRM173
    /// where that is impossible.
    /// </returns>
    /// <remarks>The file is read and written once, however many names move.</remarks>
    public static Checked<string> Serve(
        ProjectConfig project,
        string file,
        string text,
        params ImmutableArray<(string Name, Target.Pinned Target)> moves)
    {
        var lines = new EditableText(file, text);
        var report = new List<Diagnostic>();
        if (YamlCursor.Read(lines.Source, report) is not { } root || report.HasErrors())
        {
            return Refused(moves, _ => Location.StartOf(file));
        }

        var live = Live(project, root).Aggregate(root, YamlNode? (node, key) => node.Get(key));
        var listed = (live as YamlNode.Mapping)?.Entries.ToDictionary(entry => entry.Key.Text, StringComparer.Ordinal)
            ?? [];
        ImmutableArray<(string Name, Target.Pinned Target)> known =
            [.. moves.Where(move => listed.ContainsKey(move.Name))];
        if (known.IsEmpty)
        {
            return Added(project, lines, root, moves, live?.At ?? Location.StartOf(file));
        }

        var changed = Changed(project, lines, root, listed, known);
        return known.Length == moves.Length || changed.Value is not { } edited
            ? changed
            : Serve(project, file, edited, [.. moves.Where(move => !listed.ContainsKey(move.Name))]);
    }

    private static Checked<string> Changed(
        ProjectConfig project,
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
            : Proved(project, lines, root, moves, edits.Values.SelectMany(own => own!.Value)) is { } edited
                ? new(edited, [])
            : Refused(moves.Length == 1 ? moves : moves.Where(move => Alone(move).Value is null), At);

        Location At(string name) => listed[name].Key.At;

        Checked<string> Alone((string Name, Target.Pinned Target) move) =>
            Changed(project, lines, root, listed, [move]);
    }

    private static Checked<string> Added(
        ProjectConfig project,
        EditableText lines,
        YamlNode root,
        ImmutableArray<(string Name, Target.Pinned Target)> moves,
        Location at) =>
        NewEntryEdits.Of(
            lines,
            root,
            Live(project, root),
            [.. moves.Select(move => (move.Name, EntryEdits.Spell(move.Target)))]) is { } edits
            && Proved(project, lines, root, moves, edits) is { } edited
                ? new(edited, [])
                : Refused(moves, _ => at);

    /// <summary>The edited text; null if it does not say what it should.</summary>
    private static string? Proved(
        ProjectConfig project,
        EditableText lines,
        YamlNode root,
        ImmutableArray<(string Name, Target.Pinned Target)> moves,
        IEnumerable<TextEdit> edits)
    {
        var edited = lines.Apply(edits);
        return StackFileProof.OnlyServes(
            new EditableText(lines.Source.File, edited).Source, project, Live(project, root), moves, root)
            ? edited
            : null;
    }

    private static Checked<string> Refused(
        IEnumerable<(string Name, Target.Pinned Target)> moves, Func<string, Location> at) =>
        new(null, [.. moves.Select(move =>
            Problems.CannotEdit(at(move.Name), move.Name, EntryEdits.Spell(move.Target)))]);

    /// <summary>The text without the experiment on a name.</summary>
    /// <param name="project">The project's configuration.</param>
    /// <param name="file">The file's path, as in <c>Pulumi.prod.yaml</c>.</param>
    /// <param name="text">The file's text, with its line ends.</param>
    /// <param name="name">The prompt or flow; there is an experiment on it in the stack's settings.</param>
    /// <returns>The text, which has been read back: everything else in it is equivalent. PRM598 where that is
    /// impossible.</returns>
    public static Checked<string> End(ProjectConfig project, string file, string text, string name)
    {
        var lines = new EditableText(file, text);
        return YamlCursor.Read(lines.Source, []) is { } root
            && Path(project, root, "experiments") is var path
            && EntryRemoval.Of(lines, root.Get(path[0]), path[1], name) is { } edit
            && lines.Apply([edit]) is var edited
            && StackFileProof.OnlyLacks(new EditableText(file, edited).Source, path, name, root)
            ? new(edited, [])
            : new(null, [Problems.CannotEnd(Location.StartOf(file), name)]);
    }

    private static ImmutableArray<string> Live(ProjectConfig project, YamlNode root) =>
        Path(project, root, SettingsShape.Live.Field.Key);

    /// <summary>The keys that lead to a setting, as the file writes them.</summary>
    private static ImmutableArray<string> Path(ProjectConfig project, YamlNode root, string setting) =>
        ["config", project.Spelled(root.Get("config"), setting)];
}
