using System.Text;
using System.Text.Encodings.Web;

namespace Infra.Values;

/// <summary>JSON in one text, for properties that take JSON in this form; written as <see cref="CanonicalJson"/> writes
/// it.</summary>
public sealed class EmbeddedJson
{
    private readonly StringBuilder _text = new();
    private readonly List<Value> _parts = [];

    private EmbeddedJson()
    {
    }

    /// <summary>A text, or a join of texts and of parts that only the cloud knows.</summary>
    public static Value Of(Value content)
    {
        var json = new EmbeddedJson();
        json.Write(content);
        json.EndText();
        return json._parts is [Value.Text only] ? only : Shorthand.Join(json._parts);
    }

    private void Write(Value value)
    {
        switch (value)
        {
            case Value.Document document:
                Write(document.Content);
                break;
            case Value.Map map:
                WriteMap(map);
                break;
            case Value.List list:
                WriteList(list);
                break;
            case Value.Text or Value.Ref or Value.Pseudo or Value.Join:
                _text.Append('"');
                WriteInside(value);
                _text.Append('"');
                break;
            default:
                _text.Append(CanonicalJson.Compact(value));
                break;
        }
    }

    private void WriteMap(Value.Map map)
    {
        var before = '{';
        foreach (var (key, value) in map.Entries)
        {
            _text.Append(before).Append('"').Append(Escaped(key)).Append("\":");
            Write(value);
            before = ',';
        }

        _text.Append(map.Entries.IsEmpty ? "{}" : "}");
    }

    private void WriteList(Value.List list)
    {
        var before = '[';
        foreach (var item in list.Items)
        {
            _text.Append(before);
            Write(item);
            before = ',';
        }

        _text.Append(list.Items.IsEmpty ? "[]" : "]");
    }

    private void WriteInside(Value value)
    {
        switch (value)
        {
            case Value.Text text:
                _text.Append(Escaped(text.Content));
                break;
            case Value.Join join:
                foreach (var part in join.Parts)
                {
                    WriteInside(part);
                }

                break;
            default:
                EndText();
                _parts.Add(value);
                break;
        }
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            _parts.Add(_text.ToString());
            _text.Clear();
        }
    }

    private static string Escaped(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
}
