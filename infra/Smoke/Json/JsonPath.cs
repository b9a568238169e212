using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Infra.Smoke.Json;

/// <summary>A place in a JSON document.</summary>
/// <remarks>
/// A small part of JSONPath (RFC 9535): <c>$</c>, <c>.name</c>, <c>['any name']</c>, <c>[0]</c>, <c>[-1]</c> for the
/// last, and <c>[*]</c> for every item of a list or member of an object. No filters, slices or <c>..</c>.
/// </remarks>
public sealed record JsonPath
{
    private readonly ImmutableArray<Step> _steps;

    private JsonPath(string text, ImmutableArray<Step> steps) => (Text, _steps) = (text, steps);

    /// <summary>The path as written.</summary>
    public string Text { get; }

    /// <summary>A path; otherwise null, and the index of the first character that cannot be read.</summary>
    public static JsonPath? Parse(string text, out int fault)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        fault = 0;
        if (text is not ['$', ..])
        {
            return null;
        }

        for (fault = 1; fault < text.Length;)
        {
            if (Next(text.AsSpan(fault)) is not ({ } step, var length))
            {
                return null;
            }

            steps.Add(step);
            fault += length;
        }

        return new(text, steps.DrainToImmutable());
    }

    /// <summary>Every value at the path; none if there is none.</summary>
    public IEnumerable<JsonElement> Select(JsonElement root)
    {
        IEnumerable<JsonElement> values = [root];
        foreach (var step in _steps)
        {
            values = values.SelectMany(value => Follow(value, step));
        }

        return values;
    }

    private static (Step Step, int Length)? Next(ReadOnlySpan<char> rest)
    {
        if (rest is ['.', ..])
        {
            var end = rest[1..].IndexOfAny('.', '[');
            var name = end < 0 ? rest[1..] : rest[1..(end + 1)];
            return name.IsEmpty || name.ContainsAny(" '\"]*") ? null : (new(name.ToString(), null), name.Length + 1);
        }

        if (rest is ['[', '\'' or '"', ..])
        {
            var end = rest[2..].IndexOf(rest[1]);
            return end < 0 || rest[(end + 3)..] is not [']', ..]
                ? null
                : (new(rest.Slice(2, end).ToString(), null), end + 4);
        }

        return rest is ['[', '*', ']', ..] ? (new(null, null), 3) : Index(rest);
    }

    private static (Step Step, int Length)? Index(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf(']');
        var digits = rest is ['[', ..] && close > 0 ? rest[1..close] : [];
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? (new(null, index), close + 1)
            : null;
    }

    private static IEnumerable<JsonElement> Follow(JsonElement value, Step step) => (value.ValueKind, step) switch
    {
        (JsonValueKind.Object, { Name: { } name }) => value.TryGetProperty(name, out var member) ? [member] : [],
        (JsonValueKind.Array, { Index: { } index }) => ItemAt(value, index),
        (JsonValueKind.Array, { IsEach: true }) => value.EnumerateArray(),
        (JsonValueKind.Object, { IsEach: true }) => value.EnumerateObject().Select(member => member.Value),
        _ => [],
    };

    private static JsonElement[] ItemAt(JsonElement list, int index)
    {
        var at = index < 0 ? list.GetArrayLength() + index : index;
        return at >= 0 && at < list.GetArrayLength() ? [list[at]] : [];
    }

    private readonly record struct Step(string? Name, int? Index)
    {
        public bool IsEach => Name is null && Index is null;
    }
}
