using System.Diagnostics;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Releases.StackFiles;
using Infra.Values;

namespace Infra.Smoke.Recording;

/// <summary>Writes a sample into the text of a definition and keeps comments, layout and everything else.</summary>
public static class SampleEdit
{
    /// <summary>The text with the sample of one case, read back; null where the file does not allow it.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="test">The case's name.</param>
    /// <param name="sample">The sample.</param>
    public static string? Of(string file, string text, string test, RecordedSample sample)
    {
        var lines = new EditableText(file, text);
        if (Case(YamlCursor.Read(lines.Source, []), test) is not { } found)
        {
            return null;
        }

        var edited = lines.Apply(found.IsInBrackets() ? InBrackets(found, sample) : InLines(lines, found, sample));
        edited = text.EndsWith('\n') ? edited : edited.TrimEnd('\n');
        return Case(YamlCursor.Read(new EditableText(file, edited).Source, []), test) is { } written
            && sample.Entries.Entries.All(entry => IsSame(written.Get(entry.Key.Text), entry.Value))
                ? edited
                : null;
    }

    /// <summary>A case by its name; null where there is none.</summary>
    internal static YamlNode.Mapping? Case(YamlNode? root, string test) => root.Get("tests").Items()
        .OfType<YamlNode.Mapping>()
        .FirstOrDefault(item => item.Text("name")?.Value == test);

    private static bool IsSame(YamlNode? written, YamlNode meant) =>
        written is not null && CanonicalJson.Compact(written.ToValue()) == CanonicalJson.Compact(meant.ToValue());

    private static IEnumerable<TextEdit> InLines(EditableText lines, YamlNode.Mapping test, RecordedSample sample)
    {
        var old = test.Entries.Where(entry => IsOld(entry, sample)).ToArray();
        var last = test.Entries.Last(entry => !IsOld(entry, sample));
        var column = lines.Column(test.Entries[0].Key.Source.Start);
        var added = YamlWriter.Write(sample.Entries).TrimEnd('\n').Split('\n')
            .Select(line => line.Length == 0 ? line : new string(' ', column) + line);
        return
        [
            .. old.Select(entry => lines.DeleteLines(entry.Key.Source.Start, entry.Value.End())),
            lines.InsertLineAfter(last.Value.End(), string.Join('\n', added)),
        ];
    }

    /// <summary>Inside braces, a sample is written on one line, at the end.</summary>
    private static IEnumerable<TextEdit> InBrackets(YamlNode.Mapping test, RecordedSample sample)
    {
        var stated = test.Entries.Where(entry => IsOld(entry, sample)).ToArray();
        var written = sample.Entries.Entries.ToDictionary(entry => entry.Key.Text, entry => Flow(entry.Value));
        foreach (var entry in stated)
        {
            yield return new(Start(entry.Value), entry.Value.End(), written[entry.Key.Text]);
            written.Remove(entry.Key.Text);
        }

        var end = test.Entries[^1].Value.End();
        yield return TextEdit.Insert(end, string.Concat(written.Select(entry => $", {entry.Key}: {entry.Value}")));
    }

    private static int Start(YamlNode node) => node switch
    {
        YamlNode.Scalar scalar => scalar.Source.Start,
        YamlNode.Mapping mapping => mapping.Source.Start,
        YamlNode.Sequence list => list.Source.Start,
        _ => throw new UnreachableException(),
    };

    private static string Flow(YamlNode node) => node switch
    {
        YamlNode.Mapping mapping =>
            $"{{ {string.Join(", ", mapping.Entries.Select(entry => $"{Quoted(entry.Key)}: {Flow(entry.Value)}"))} }}",
        YamlNode.Sequence list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        YamlNode.Scalar { Style: ScalarStyle.Plain } plain => plain.Text,
        YamlNode.Scalar scalar => Quoted(scalar),
        _ => throw new UnreachableException(),
    };

    private static string Quoted(YamlNode.Scalar scalar) =>
        CanonicalJson.Compact(scalar.Text);

    private static bool IsOld(YamlEntry entry, RecordedSample sample) => sample.Entries[entry.Key.Text] is not null;
}
