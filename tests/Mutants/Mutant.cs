using System.Text.Json;

namespace Infra.Mutants;

/// <summary>A change that Stryker made to the product.</summary>
/// <param name="Id">Its number.</param>
/// <param name="File">The file, from the project's folder.</param>
/// <param name="Start">Where it begins: line and column.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">As in <c>String mutation</c>.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record Mutant(
    int Id, string File, (int Line, int Column) Start, (int Line, int Column) End, string Kind, string Replacement)
{
    /// <summary>The mutants of a report that can be judged: they compile, are in the rooms asked for, and a block is
    /// left out where a smaller mutant is inside, as Stryker does.</summary>
    public static Mutant[] Of(string report)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(report));
        Mutant[] all =
        [
            .. from file in json.RootElement.GetProperty("files").EnumerateObject()
               from mutant in file.Value.GetProperty("mutants").EnumerateArray()
               where mutant.GetProperty("status").GetString() is "Ignored"
                   && mutant.GetProperty("statusReason").GetString() is "Removed by since filter"
               select Read(file.Name, mutant),
        ];
        var byFile = all.ToLookup(mutant => mutant.File);
        return [.. all.Where(mutant => !mutant.IsBlock || !byFile[mutant.File].Any(mutant.Contains))];
    }

    /// <summary>Whether it is where a type is set up, which happens once in a process.</summary>
    public bool IsStatic { get; init; }

    private bool IsBlock => Kind.StartsWith("Block", StringComparison.Ordinal);

    private bool Contains(Mutant other) =>
        other != this && other.Start.CompareTo(Start) >= 0 && other.End.CompareTo(End) <= 0;

    private static Mutant Read(string file, JsonElement mutant) => new(
        int.Parse(mutant.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        file[(file.LastIndexOf("/infra/", StringComparison.Ordinal) + 1)..],
        Place(mutant.GetProperty("location").GetProperty("start")),
        Place(mutant.GetProperty("location").GetProperty("end")),
        mutant.GetProperty("mutatorName").GetString()!,
        mutant.TryGetProperty("replacement", out var text) ? text.GetString()!.ReplaceLineEndings(" ") : "")
    {
        IsStatic = mutant.TryGetProperty("static", out var isStatic) && isStatic.ValueKind is JsonValueKind.True,
    };

    private static (int Line, int Column) Place(JsonElement place) =>
        (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32());
}
