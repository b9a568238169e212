using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Infra.Values;

/// <summary>A JSON object for people, written out as it is made: it is never in memory as a whole.</summary>
/// <remarks>The result is the same as <see cref="CanonicalJson.Indented"/>'s; members must be given in ordinal
/// order.</remarks>
public sealed class JsonObjectWriter
{
    private const int Piece = 16 * 1024;

    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly Utf8JsonWriter _json;

    private JsonObjectWriter(TextWriter output, ArrayBufferWriter<byte> buffer, Utf8JsonWriter json) =>
        (_output, _buffer, _json) = (output, buffer, json);

    /// <summary>Writes an object and a line end.</summary>
    public static void Write(TextWriter output, Action<JsonObjectWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * Piece);
        using var json = new Utf8JsonWriter(buffer, CanonicalJson.WithIndentation);
        var writer = new JsonObjectWriter(output, buffer, json);
        json.WriteStartObject();
        members(writer);
        json.WriteEndObject();
        writer.HandOn(0);
        output.WriteLine();
    }

    /// <summary>Writes a member.</summary>
    public void Write(string name, Value value)
    {
        _json.WritePropertyName(name);
        CanonicalJson.Write(_json, value);
        HandOn(Piece);
    }

    /// <summary>Writes a member that is a list, item by item.</summary>
    public void Write(string name, IEnumerable<Value> items)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            CanonicalJson.Write(_json, item);
            HandOn(Piece);
        }

        _json.WriteEndArray();
    }

    /// <summary>Writes a member that is an object, member by member.</summary>
    public void Write(string name, IEnumerable<(string Name, Value Value)> members)
    {
        _json.WriteStartObject(name);
        foreach (var member in members)
        {
            Write(member.Name, member.Value);
        }

        _json.WriteEndObject();
    }

    private void HandOn(int least)
    {
        if (_json.BytesPending + _buffer.WrittenCount >= least)
        {
            // Only whole tokens are flushed, so no character is split.
            _json.Flush();
            _output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
            _buffer.ResetWrittenCount();
        }
    }
}
