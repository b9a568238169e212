using System.Collections.Immutable;

namespace Infra.Definitions.Reading;

/// <summary>A <c>{{> name}}</c> in a text.</summary>
/// <param name="Name">The partial's name.</param>
/// <param name="Start">Index of the first brace.</param>
/// <param name="End">Index after the last brace.</param>
internal sealed record PartialUse(string Name, int Start, int End)
{
    private const string Opening = "{{>";

    /// <summary>The uses in a text, in order; one that is not closed on its line is left to the template's
    /// check.</summary>
    public static ImmutableArray<PartialUse> In(string text)
    {
        var open = text.IndexOf(Opening, StringComparison.Ordinal);
        if (open < 0)
        {
            return [];
        }

        var uses = ImmutableArray.CreateBuilder<PartialUse>();
        while (open >= 0)
        {
            var inner = text.AsSpan(open + Opening.Length);
            var stop = inner.IndexOfAny('\n', '}');
            var end = open + Opening.Length + Math.Max(stop, 0);
            if (stop >= 0 && text.AsSpan(end).StartsWith("}}"))
            {
                end += 2;
                uses.Add(new(inner[..stop].Trim().ToString(), open, end));
            }

            open = text.IndexOf(Opening, end, StringComparison.Ordinal);
        }

        return uses.DrainToImmutable();
    }
}
