using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Infra.Values;
using Pulumi;

namespace BedrockPrompts;

/// <summary>Converts values to Pulumi's: plain objects, with outputs for what only the cloud knows.</summary>
/// <param name="attribute">Resolves a reference.</param>
/// <param name="parent">The resource whose providers determine the place; null for the stack's.</param>
internal sealed class PulumiValues(Func<Value.Ref, Output<string>> attribute, Resource? parent = null)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private readonly StackPlace _place = new(parent);

    /// <summary>The entries of an object.</summary>
    public ImmutableDictionary<string, object?> Entries(Value.Map map)
    {
        // This takes a third of the time of ToImmutableDictionary, and a plan has tens of thousands of entries.
        var entries = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, value) in map.Entries)
        {
            entries.Add(key, Of(value));
        }

        return entries.ToImmutable();
    }

    /// <summary>A text, whether or not it is already known.</summary>
    public Output<string> Text(Value value) =>
        value is Value.Text text ? Output.Create(text.Content) : OfUnknown(value);

    /// <summary>An output of a resource, as a value.</summary>
    public static Value Back(object? answer) => answer switch
    {
        null => new Value.Null(),
        string text => text,
        bool flag => flag,
        double number => decimal.Parse(number.ToString("R", Culture), NumberStyles.Float, Culture),
        IDictionary map => Shorthand.Map(map.Keys.Cast<string>().Select(key => (key, (Value?)Back(map[key])))),
        IList list => Shorthand.List(list.Cast<object?>().Select(Back)),
        _ => throw new InvalidOperationException($"Pulumi answered with a {answer.GetType()}."),
    };

    private object? Of(Value value) => value switch
    {
        Value.Text text => text.Content,
        // A cast would change the last digit of a number such as 0.9990000128746033.
        Value.Number number => double.Parse(CanonicalJson.Number(number.Content), Culture),
        Value.Flag flag => flag.Content,
        Value.Null => null,
        Value.List list => ImmutableArray.CreateRange(list.Items, Of),
        Value.Map map => Entries(map),
        Value.Document document => OfDocument(document.Content),
        _ => OfUnknown(value),
    };

    /// <summary>JSON in which a null must be kept, as in a tool's schema: Pulumi drops nulls in dictionaries. The
    /// provider would still drop one in a list, so definitions must not contain any (PRM477).</summary>
    private object? OfDocument(Value content) =>
        Has(content, part => part is Value.Null) && !Has(content, IsUnknown)
            ? JsonElement.Parse(CanonicalJson.Compact(content))
            : Of(content);

    private Output<string> OfUnknown(Value value) => value switch
    {
        Value.Ref reference => attribute(reference),
        Value.Pseudo pseudo => _place.Of(pseudo.Parameter),
        Value.Join join => OfParts([.. Parts(join)]),
        _ => throw new UnreachableException(),
    };

    /// <summary>Waits once for each unknown part, however often it occurs in the text.</summary>
    private Output<string> OfParts(ImmutableArray<Value> parts)
    {
        ImmutableArray<Value> unknown = [.. parts.Where(part => part is not Value.Text).Distinct()];
        return Output.All(unknown.Select(OfUnknown)).Apply(answers => string.Concat(parts.Select(part =>
            part is Value.Text text ? text.Content : answers[unknown.IndexOf(part)])));
    }

    private static IEnumerable<Value> Parts(Value value) =>
        value is Value.Join join ? join.Parts.SelectMany(Parts) : [value];

    private static bool IsUnknown(Value value) => value is Value.Ref or Value.Pseudo or Value.Join;

    private static bool Has(Value value, Predicate<Value> part) => part(value) || value switch
    {
        Value.List list => list.Items.Any(item => Has(item, part)),
        Value.Map map => map.Entries.Values.Any(entry => Has(entry, part)),
        Value.Document document => Has(document.Content, part),
        _ => false,
    };
}
