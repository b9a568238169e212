using System.Text;
using System.Text.Json;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>Knows where everything stands in a JSON text.</summary>
/// <remarks>
/// A place is written as in <c>variants[0].name</c>. Keys are found whatever the case of their letters, as the API and
/// CloudFormation differ in it.
/// </remarks>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, long> _starts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _repeated = [];
    private readonly string _file;
    private readonly byte[] _json;

    private JsonPlaces(string file, byte[] json) => (_file, _json) = (file, json);

    /// <summary>The file.</summary>
    public string File => _file;

    /// <summary>The places of keys that stand twice in their object.</summary>
    public IReadOnlyList<string> Repeated => _repeated;

    /// <summary>The places of a text that is JSON.</summary>
    public static JsonPlaces Read(string file, string json)
    {
        var places = new JsonPlaces(file, Encoding.UTF8.GetBytes(json));
        var reader = new Utf8JsonReader(places._json);
        reader.Read();
        places.Walk(ref reader, "", isVerbatim: false);
        return places;
    }

    /// <summary>Where JSON stops being JSON.</summary>
    public static Location Fault(string file, string json, JsonException fault)
    {
        var places = new JsonPlaces(file, Encoding.UTF8.GetBytes(json));
        var start = 0;
        for (var line = fault.LineNumber ?? 0; line > 0; line--)
        {
            start += Array.IndexOf(places._json, (byte)'\n', start) - start + 1;
        }

        return places.At(start + (fault.BytePositionInLine ?? 0));
    }

    /// <summary>Where a place is; of one that is not there, where the nearest around it starts.</summary>
    public Location Of(string place)
    {
        for (var at = place; ; at = at[..Math.Max(at.LastIndexOfAny(['.', '[']), 0)])
        {
            if (_starts.TryGetValue(at, out var start) || at.Length == 0)
            {
                return At(start);
            }
        }
    }

    private Location At(long start)
    {
        var before = _json.AsSpan(0, (int)Math.Min(start, _json.Length));
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(_file, line, column);
    }

    private void Walk(ref Utf8JsonReader reader, string place, bool isVerbatim)
    {
        _starts.TryAdd(place, reader.TokenStartIndex);
        if (reader.TokenType is JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; i++)
            {
                Walk(ref reader, $"{place}[{i}]", isVerbatim);
            }
        }
        else if (reader.TokenType is JsonTokenType.StartObject)
        {
            WalkMembers(ref reader, place, isVerbatim);
        }
    }

    private void WalkMembers(ref Utf8JsonReader reader, string place, bool isVerbatim)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            var spelled = isVerbatim ? key : ImportSpelling.Small(key);
            var member = place.Length == 0 ? spelled : $"{place}.{spelled}";
            if (!keys.Add(spelled))
            {
                _repeated.Add(member);
            }

            reader.Read();
            Walk(ref reader, member, isVerbatim || ImportSpelling.IsVerbatim(spelled));
        }
    }
}
