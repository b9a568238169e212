using System.Collections.Immutable;

namespace Infra.Tests.Support;

/// <summary>What infra/Core/Diagnostics/Reasons.txt says of a code.</summary>
/// <param name="Why">Why it matters.</param>
/// <param name="Right">What mends the sample in place of its line; null where nothing is stated, empty where the line
/// goes.</param>
/// <param name="Source">The source of a limit, or null.</param>
internal sealed record ProblemReason(string Why, ImmutableArray<string>? Right, string? Source)
{
    /// <summary>Every reason by its code.</summary>
    public static IReadOnlyDictionary<string, ProblemReason> All { get; } = Read(
        File.ReadAllLines(Repository.Path("infra", "Core", "Diagnostics", "Reasons.txt")));

    private static Dictionary<string, ProblemReason> Read(string[] lines)
    {
        var all = new Dictionary<string, ProblemReason>(StringComparer.Ordinal);
        var code = "";
        foreach (var line in lines.Where(line => line is not (['#', ..] or [])))
        {
            if (line[0] is '+' or '-' or '=')
            {
                var rest = line.Length > 2 ? line[2..] : "";
                all[code] = line[0] switch
                {
                    '+' => all[code] with { Right = [.. all[code].Right ?? [], rest] },
                    '-' => all[code] with { Right = [] },
                    _ => all[code] with { Source = rest },
                };
            }
            else
            {
                code = line[..6];
                all.Add(code, new(line[7..], null, null));
            }
        }

        return all;
    }
}
