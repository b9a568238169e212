using System.Text;
using System.Text.Json;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>Reads a JSON text with the places of its parts.</summary>
internal ref struct ImportedJson
{
    private readonly ImportedPlaces _places;
    private readonly ReadOnlySpan<byte> _json;
    private int _bytes;
    private int _characters;

    private ImportedJson(ImportedPlaces places, ReadOnlySpan<byte> json)
    {
        _places = places;
        _json = json;
    }

    /// <summary>The text's value, and the places of its parts.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static (Value Document, ImportedPlaces Places) Read(SourceText source)
    {
        var document = JsonValue.Parse(source.Text);
        var places = new ImportedPlaces(source);
        var json = Encoding.UTF8.GetBytes(source.Text);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        new ImportedJson(places, json).Walk(ref reader, "", isVerbatim: false);
        return (document, places);
    }

    /// <summary>The place at which a text stops being valid JSON.</summary>
    public static Location Fault(SourceText source, JsonException fault)
    {
        var line = (int)(fault.LineNumber ?? 0) + 1;
        var bytes = Encoding.UTF8.GetBytes(source.Line(line).ToString());
        var before = (int)Math.Min(fault.BytePositionInLine ?? 0, bytes.Length);
        return new(source.File, line, Encoding.UTF8.GetCharCount(bytes, 0, before) + 1);
    }

    private void Walk(ref Utf8JsonReader reader, string place, bool isVerbatim)
    {
        _places.Add(place, At((int)reader.TokenStartIndex));
        if (reader.TokenType is JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; i++)
            {
                Walk(ref reader, $"{place}[{i}]", isVerbatim);
            }
        }
        else if (reader.TokenType is JsonTokenType.StartObject)
        {
            Members(ref reader, place, isVerbatim);
        }
    }

    private void Members(ref Utf8JsonReader reader, string place, bool isVerbatim)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            var member = place.Length == 0 ? key : $"{place}.{key}";
            var spelled = ImportSpelling.Small(key);
            if (!keys.Add(isVerbatim ? key : spelled))
            {
                _places.AddRepeated(member);
            }

            reader.Read();
            Walk(ref reader, member, isVerbatim || ImportSpelling.IsVerbatim(spelled));
        }
    }

    /// <summary>The place of an index; tokens come in order, so earlier lines are not counted again.</summary>
    private Location At(int start)
    {
        _characters += Encoding.UTF8.GetCharCount(_json[_bytes..start]);
        _bytes = start;
        return _places.Source.LocationOf(_characters);
    }
}
