using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Releases.StackFiles;

/// <summary>Writes a target into the text of a stack's file; comments, layout and all the rest stay.</summary>
public static class StackFileEdit
{
    /// <summary>The text with the target of one name in it.</summary>
    /// <param name="file">The file's path, as <c>Pulumi.prod.yaml</c>.</param>
    /// <param name="text">What it says, line ends included.</param>
    /// <param name="name">The prompt or flow.</param>
    /// <param name="target">What the stack shall serve of it.</param>
    /// <returns>
    /// The text, which has been read back: it says the target, and otherwise exactly what it said before. PRM173
    /// where that cannot be done.
    /// </returns>
    public static Checked<string> Serve(string file, string text, string name, Target.Pinned target)
    {
        var lines = new StackFileText(file, text);
        var report = new List<Diagnostic>();
        if (YamlCursor.Read(lines.Source, report) is not { } root || report.HasErrors())
        {
            return Refused(Location.StartOf(file), name, target);
        }

        ImmutableArray<string> path = ["config", $"{SettingsReader.Project}:{SettingsShape.Live.Field.Key}", name];
        var entry = (root.Get(path[0]).Get(path[1]) as YamlNode.Mapping)?[name];
        var edits = entry is null
            ? NewEntryEdits.Of(lines, root, path, EntryEdits.Spell(target))
            : EntryEdits.Of(lines, entry, target);
        return edits is { } changes
            && lines.Apply(changes) is var edited
            && StackFileProof.OnlyServes(new StackFileText(file, edited).Source, path, target, root)
            && (entry is null || StackFileProof.StaysWithin(entry, lines, changes))
            ? new(edited, [])
            : Refused(entry?.Key.At ?? root.Get(path[0]).Get(path[1])?.At ?? Location.StartOf(file), name, target);
    }

    private static Checked<string> Refused(Location at, string name, Target.Pinned target) =>
        new(null, [Problems.CannotEdit(at, name, EntryEdits.Spell(target))]);
}
