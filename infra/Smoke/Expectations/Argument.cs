using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Expectations;

/// <summary>
/// The argument of an expectation while it is read; wrong types have been reported by the shape's check.
/// </summary>
/// <param name="Name">The expectation, without <c>not-</c>.</param>
/// <param name="Negated">Whether the name starts with <c>not-</c>.</param>
/// <param name="Words">The expectation as the file states it.</param>
/// <param name="Value">The value; null for a bare word.</param>
/// <param name="At">The place of the name.</param>
/// <param name="Report">Collects the problems.</param>
internal sealed record Argument(
    string Name, bool Negated, string Words, YamlNode? Value, Location At, ICollection<Diagnostic> Report)
{
    private const string EmptyText = "every text contains an empty text";

    private string Short => Excerpt.Of(Words);

    /// <summary>A text of at least one character.</summary>
    public string? Text() => Value.Text() is not { } text ? null
        : text.Value.Length > 0 ? text.Value
        : AlwaysHolds(text.At, EmptyText);

    /// <summary>At least one text, each of at least one character.</summary>
    public ImmutableArray<string>? FullTexts()
    {
        foreach (var empty in Value.Items().OfType<YamlNode.Scalar>().Where(item => item.Text.Length == 0))
        {
            AlwaysHolds(empty.At, EmptyText);
        }

        return Texts() is { } texts && texts.All(text => text.Length > 0) ? texts : null;
    }

    /// <summary>At least one text.</summary>
    public ImmutableArray<string>? Texts()
    {
        ReportEmptyList();
        return Value.Items().Texts() is { IsEmpty: false } texts ? [.. texts.Select(text => text.Value)] : null;
    }

    /// <summary>A count: a number for an exact one, or <c>min</c> and <c>max</c>.</summary>
    public Bounds? Count() => Value is YamlNode.Scalar scalar
        ? scalar.ToValue() is Values.Value.Number exact ? Sound(new(exact.Content, exact.Content), floor: 0) : null
        : Range(floor: 0);

    /// <summary><c>min</c> and <c>max</c>, of which some numbers are within and others are not.</summary>
    /// <param name="floor">The lowest number possible.</param>
    public Bounds? Range(decimal floor = decimal.MinValue)
    {
        var bounds = new Bounds(Value.Number("min")?.Value, Value.Number("max")?.Value);
        if (Value is not YamlNode.Mapping mapping || (bounds == default && !mapping.Entries.IsEmpty))
        {
            return null;
        }

        return Sound(bounds, floor);
    }

    /// <summary>Reports a list without items (PRM305).</summary>
    public void ReportEmptyList()
    {
        if (Value is YamlNode.Sequence { Items.IsEmpty: true })
        {
            Report.Add(Problems.EmptyExpectation(Value.At, Short));
        }
    }

    /// <summary>Reports an argument that every answer satisfies (PRM305, with <c>not-</c> PRM306).</summary>
    /// <returns>Null, since there is no check.</returns>
    public string? AlwaysHolds(Location at, string why)
    {
        Report.Add(Negated ? Problems.NeverPasses(at, Short, why) : Problems.NeverFails(at, Short, why));
        return null;
    }

    /// <summary>Reports an argument that no answer satisfies (PRM306, with <c>not-</c> PRM305).</summary>
    public void NeverHolds(Location at, string why) =>
        Report.Add(Negated ? Problems.NeverFails(at, Short, why) : Problems.NeverPasses(at, Short, why));

    private Bounds? Sound(Bounds bounds, decimal floor)
    {
        if (bounds.Least > bounds.Most)
        {
            NeverHolds(Value!.At, "'min' is more than 'max'");
        }
        else if (bounds.Most < floor)
        {
            NeverHolds(Value!.At, $"nothing is less than {floor}");
        }
        else if (bounds.Most is null && (bounds.Least ?? floor) <= floor)
        {
            AlwaysHolds(Value!.At, "neither 'min' nor 'max' excludes anything");
        }
        else
        {
            return bounds;
        }

        return null;
    }
}
