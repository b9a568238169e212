using System.Diagnostics;
using System.Text;

namespace Infra.Definitions.Yaml;

/// <summary>Writes nodes as YAML that <see cref="YamlCursor"/> reads back to the same nodes,
/// character for character.</summary>
public static class YamlWriter
{
    private const int Step = 2;

    /// <summary>A document in block style, with a line end at its end.</summary>
    public static string Write(YamlNode.Mapping document)
    {
        var text = new StringBuilder();
        WriteEntries(text, document, 0, isFirstIndented: true);
        return text.ToString();
    }

    private static void WriteEntries(
        StringBuilder text, YamlNode.Mapping mapping, int indentation, bool isFirstIndented)
    {
        foreach (var entry in mapping.Entries)
        {
            text.Append(' ', isFirstIndented ? indentation : 0).Append(YamlScalars.OneLine(entry.Key.Text)).Append(':');
            WriteValue(text, entry.Value, indentation);
            isFirstIndented = true;
        }
    }

    private static void WriteItems(StringBuilder text, YamlNode.Sequence sequence, int indentation)
    {
        foreach (var item in sequence.Items)
        {
            text.Append(' ', indentation).Append('-');
            if (item is YamlNode.Mapping { Entries.Length: > 0 } mapping)
            {
                text.Append(' ');
                WriteEntries(text, mapping, indentation + Step, isFirstIndented: false);
            }
            else
            {
                WriteValue(text, item, indentation);
            }
        }
    }

    /// <summary>Writes what follows a colon or dash on its line.</summary>
    private static void WriteValue(StringBuilder text, YamlNode value, int indentation)
    {
        switch (value)
        {
            case YamlNode.Mapping { Entries.Length: 0 }:
                text.Append(" {}\n");
                break;
            case YamlNode.Mapping mapping:
                text.Append('\n');
                WriteEntries(text, mapping, indentation + Step, isFirstIndented: true);
                break;
            case YamlNode.Sequence { Items.Length: 0 }:
                text.Append(" []\n");
                break;
            case YamlNode.Sequence sequence:
                text.Append('\n');
                WriteItems(text, sequence, indentation + Step);
                break;
            case YamlNode.Scalar { IsNull: true }:
                text.Append('\n');
                break;
            case YamlNode.Scalar scalar when scalar.Style is not ScalarStyle.Plain
                && YamlScalars.FitsBlock(scalar.Text):
                WriteBlock(text, scalar.Text, indentation + Step);
                break;
            case YamlNode.Scalar scalar:
                text.Append(' ').Append(YamlScalars.Spell(scalar)).Append('\n');
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteBlock(StringBuilder text, string content, int indentation)
    {
        var body = content.TrimEnd('\n');
        var ends = content.Length - body.Length;
        text.Append(" |").Append(ends switch { 0 => "-", 1 => "", _ => "+" }).Append('\n');
        foreach (var line in body.Split('\n'))
        {
            text.Append(' ', line.Length == 0 ? 0 : indentation).Append(line).Append('\n');
        }

        text.Append('\n', Math.Max(0, ends - 1));
    }
}
