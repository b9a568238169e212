using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Releases.StackFiles;

namespace Infra.Planning;

/// <summary>A working file with another model; its layout and comments are unchanged.</summary>
/// <param name="Text">The file's new text.</param>
/// <param name="Removed">Parameters that were removed because the new model refuses them.</param>
public sealed record ModelReplacement(string Text, ImmutableArray<Located<string>> Removed)
{
    /// <summary>A file in which every <c>model</c> and <c>modelId</c> with one id has another id instead; null if none
    /// has it, or if the file cannot be read.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="old">The id or ARN to replace.</param>
    /// <param name="model">The new id or ARN.</param>
    public static ModelReplacement? Of(string file, string text, string old, string model)
    {
        var source = new EditableText(file, text);
        var report = new List<Diagnostic>();
        var holders = Mappings(YamlCursor.Read(source.Source, report))
            .Where(mapping => Named(mapping)?.Text == old)
            .ToArray();
        if (holders.Length == 0 || report.HasErrors())
        {
            return null;
        }

        var known = ModelCatalog.Known.Of(model);
        var edits = new List<TextEdit>();
        var removed = new List<Located<string>>();
        foreach (var holder in holders)
        {
            var name = Named(holder)!;
            edits.Add(new(name.Source.Start, name.Source.End, model));
            if (known is not null && holder["inference"] is { Value: YamlNode.Mapping inference } entry)
            {
                var gone = Refused(inference, known.Parameters).ToImmutableArray();
                removed.AddRange(gone.Select(parameter => new Located<string>(parameter.Key.Text, parameter.Key.At)));
                edits.AddRange(TakeOut(source, entry, inference, gone));
            }
        }

        return new(source.Apply(edits), [.. removed]);
    }

    private static YamlNode.Scalar? Named(YamlNode.Mapping mapping) =>
        (mapping["model"] ?? mapping["modelId"])?.Value as YamlNode.Scalar;

    private static IEnumerable<YamlNode.Mapping> Mappings(YamlNode? node) => node switch
    {
        YamlNode.Mapping mapping => mapping.Entries.SelectMany(entry => Mappings(entry.Value)).Prepend(mapping),
        YamlNode.Sequence sequence => sequence.Items.SelectMany(Mappings),
        _ => [],
    };

    private static IEnumerable<YamlEntry> Refused(YamlNode.Mapping inference, Parameters parameters)
    {
        var stated = inference.Entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        return inference.Entries.Where(entry => entry.Key.Text switch
        {
            "temperature" => parameters.Temperature is { IsTaken: false } taken
                && inference.Number("temperature")?.Value != taken.Except,
            "topP" => parameters.TopP is { IsTaken: false }
                || (parameters.BothSamplers is false && stated.Contains("temperature")),
            "topK" => parameters.TopK is { IsTaken: false },
            "stopSequences" => parameters.StopSequences is { IsTaken: false },
            _ => false,
        });
    }

    private static ImmutableArray<TextEdit> TakeOut(
        EditableText source, YamlEntry entry, YamlNode.Mapping inference, ImmutableArray<YamlEntry> gone)
    {
        if (gone.IsEmpty)
        {
            return [];
        }

        if (!inference.IsInBrackets())
        {
            return gone.Length == inference.Entries.Length
                ? [source.DeleteLines(entry.Key.Source.Start, inference.End())]
                : [.. gone.Select(parameter =>
                    source.DeleteLines(parameter.Key.Source.Start, parameter.Value.End()))];
        }

        var items = inference.Entries
            .Select(item => new SourceSpan(source.Source, item.Key.Source.Start, item.Value.End()))
            .ToImmutableArray();
        return gone.Length == items.Length
            ? [new(inference.Source.Start, inference.Source.End, "{}")]
            : new BracketEdits(source, items, inference.Source)
                .Edits(index => gone.Contains(inference.Entries[index])) ?? [];
    }
}
