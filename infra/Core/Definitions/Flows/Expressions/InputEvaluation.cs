using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Definitions.Flows.Expressions;

/// <summary>Takes the part of a value that an expression refers to.</summary>
public static class InputEvaluation
{
    /// <summary>
    /// The part: one value; a list where the expression may find several; null where nothing is found.
    /// </summary>
    public static Value? Evaluate(InputExpression expression, Value data)
    {
        ImmutableArray<Value> found = [data];
        foreach (var step in expression.Steps)
        {
            found = [.. found.SelectMany(value => Down(value, step))];
        }

        return expression.FindsSeveral ? new Value.List(found) : found.FirstOrDefault();
    }

    /// <summary>The type of a value between nodes; null for a value that no node accepts.</summary>
    public static FlowDataType? TypeOf(Value value) => value switch
    {
        Value.Text => FlowDataType.String,
        Value.Number => FlowDataType.Number,
        Value.Flag => FlowDataType.Boolean,
        Value.Map => FlowDataType.Object,
        Value.List => FlowDataType.Array,
        Value.Document document => TypeOf(document.Content),
        _ => null,
    };

    private static IEnumerable<Value> Down(Value value, InputStep step) => (step, value) switch
    {
        (_, Value.Document document) => Down(document.Content, step),
        (InputStep.Key key, Value.Map map) => map[key.Name] is { } member ? [member] : [],
        (InputStep.Every, Value.Map map) => map.Entries.Values,
        (InputStep.Every, Value.List list) => list.Items,
        (InputStep.Item item, Value.List list) => At(list, item.Index),
        (InputStep.Items items, Value.List list) => items.Indices.SelectMany(index => At(list, index)),
        (InputStep.Range range, Value.List list) => list.Items
            .Skip(range.From ?? 0)
            .Take((range.To ?? list.Items.Length) - (range.From ?? 0)),
        _ => [],
    };

    private static IEnumerable<Value> At(Value.List list, int index) =>
        index < list.Items.Length ? [list.Items[index]] : [];
}
