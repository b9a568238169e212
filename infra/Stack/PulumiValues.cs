using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Infra.Values;
using Pulumi;

namespace Infra.Stack;

/// <summary>Values as Pulumi takes them: plain objects, and outputs for what only the cloud knows.</summary>
/// <param name="attribute">Resolves a reference.</param>
internal sealed class PulumiValues(Func<Value.Ref, Output<string>> attribute)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private readonly Place _place = new();

    /// <summary>The entries of an object.</summary>
    public ImmutableDictionary<string, object?> Entries(Value.Map map) =>
        map.Entries.ToImmutableDictionary(entry => entry.Key, entry => Of(entry.Value));

    /// <summary>What came back, as a value.</summary>
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
        // A cast would be off by one in the last digit of a number such as 0.9990000128746033.
        Value.Number number => double.Parse(CanonicalJson.Number(number.Content), Culture),
        Value.Flag flag => flag.Content,
        Value.Null => null,
        Value.List list => list.Items.Select(Of).ToImmutableArray(),
        Value.Map map => Entries(map),
        Value.Document document => OfDocument(document.Content),
        _ => OfUnknown(value),
    };

    /// <summary>JSON where it can be: Pulumi drops a dictionary's nulls, and a tool's schema may need them.</summary>
    private object? OfDocument(Value content) =>
        IsKnown(content) ? JsonDocument.Parse(CanonicalJson.Compact(content)).RootElement : Of(content);

    private Output<string> OfUnknown(Value value) => value switch
    {
        Value.Text text => Output.Create(text.Content),
        Value.Ref reference => attribute(reference),
        Value.Pseudo pseudo => _place.Of(pseudo.Parameter),
        Value.Join join => Output.All(join.Parts.Select(OfUnknown)).Apply(parts => string.Concat(parts)),
        _ => throw new UnreachableException(),
    };

    private static bool IsKnown(Value value) => value switch
    {
        Value.Ref or Value.Pseudo or Value.Join => false,
        Value.List list => list.Items.All(IsKnown),
        Value.Map map => map.Entries.Values.All(IsKnown),
        Value.Document document => IsKnown(document.Content),
        _ => true,
    };
}
