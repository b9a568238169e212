using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>The places in an imported file, and its spelling.</summary>
/// <remarks>
/// A place is written as in <c>variants[0].name</c>. Keys are found regardless of case, in which the API and
/// CloudFormation differ.
/// </remarks>
internal sealed class ImportedPlaces(SourceText source)
{
    private readonly Dictionary<string, (string Spelled, Location At)> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _repeated = [];

    /// <summary>The file.</summary>
    public string File => source.File;

    /// <summary>The file's text.</summary>
    public SourceText Source => source;

    /// <summary>The places of keys that occur twice in their object.</summary>
    public IReadOnlyList<string> Repeated => _repeated;

    /// <summary>Whether the file is a CloudFormation template, whose keys start with a capital letter.</summary>
    public bool IsTemplate => _known.ContainsKey("Resources");

    /// <summary>Records the place of a value; if it is given twice, the first counts.</summary>
    public void Add(string place, Location at) => _known.TryAdd(place, (place, at));

    /// <summary>Records a key that occurs twice in its object.</summary>
    public void AddRepeated(string place) => _repeated.Add(place);

    /// <summary>The place of a part; for a missing one, the start of the nearest part around it.</summary>
    public Location Of(string place)
    {
        for (var at = place; ; at = Around(at))
        {
            if (_known.TryGetValue(at, out var known))
            {
                return known.At;
            }

            if (at.Length == 0)
            {
                return Location.StartOf(source.File);
            }
        }
    }

    /// <summary>A member's place, in the file's spelling or, if it is missing, in the spelling that the file would
    /// use.</summary>
    public string Member(string holder, string key)
    {
        var place = holder.Length == 0 ? key : $"{holder}.{key}";
        return _known.TryGetValue(place, out var known) ? known.Spelled
            : IsTemplate && _known.ContainsKey(holder) && key.Length > 0
                ? $"{holder}.{char.ToUpperInvariant(key[0])}{key[1..]}"
            : place;
    }

    private static string Around(string place) => place[..Math.Max(place.LastIndexOfAny(['.', '[']), 0)];
}
