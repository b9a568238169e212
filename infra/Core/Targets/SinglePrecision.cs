using System.Collections.Immutable;
using System.Globalization;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>
/// Rounds temperature and topP to single precision, as AWS returns them. Otherwise every refresh would find 0.7 changed
/// to 0.699999988079071.
/// </summary>
internal static class SinglePrecision
{
    /// <summary>The same value with these numbers rounded; documents are left alone.</summary>
    public static Value Of(Value value) => value switch
    {
        Value.Map map => Map(map.Entries.Select(entry => (entry.Key, (Value?)(entry switch
        {
            { Key: "Temperature" or "TopP", Value: Value.Number number } => Round(number.Content),
            _ => Of(entry.Value),
        })))),
        Value.List list => new Value.List(ImmutableArray.CreateRange(list.Items, Of)),
        _ => value,
    };

    private static Value Round(decimal number) => decimal.Parse(
        ((double)(float)number).ToString("R", CultureInfo.InvariantCulture),
        NumberStyles.Float,
        CultureInfo.InvariantCulture);
}
