using System.Collections.Immutable;
using System.Text;
using BedrockPrompts;
using Infra.Values;
using Pulumi;

namespace Infra.Benchmarks.Registration;

/// <summary>What only a run has: the outputs of the resources so far, and the place.</summary>
/// <param name="Attribute">The output that a reference stands for.</param>
/// <param name="Place">Where the stack is deployed to.</param>
internal sealed record BareOutputs(Func<Value.Ref, Output<string>> Attribute, StackPlace Place);

/// <summary>An input, worked out beforehand as far as it can be: what is left depends on outputs.</summary>
internal static class BareInput
{
    private static readonly PulumiValues Constants = new(_ => throw new InvalidOperationException());

    /// <summary>An object: what is known is there already.</summary>
    public static Func<BareOutputs, ImmutableDictionary<string, object?>> Of(Value.Map map)
    {
        var known = Constants.Entries(new(map.Entries.Remove([.. map.Entries.Keys.Where(key => Waits(map[key]!))])));
        var waiting = map.Entries
            .Where(entry => Waits(entry.Value))
            .Select(entry => (entry.Key, Value: OfWaiting(entry.Value)))
            .ToArray();
        return outputs =>
        {
            var inputs = known;
            foreach (var (key, value) in waiting)
            {
                inputs = inputs.SetItem(key, value(outputs));
            }

            return inputs;
        };
    }

    private static Func<BareOutputs, object?> OfWaiting(Value value) => value switch
    {
        Value.Map map => Of(map),
        Value.Document document => OfWaiting(document.Content),
        Value.List list => OfList([.. list.Items.Select(OfItem)]),
        _ => OfText(value),
    };

    private static Func<BareOutputs, object?> OfItem(Value value)
    {
        if (Waits(value))
        {
            return OfWaiting(value);
        }

        var known = Constants.Entries(Shorthand.Map(("item", value)))["item"];
        return _ => known;
    }

    private static Func<BareOutputs, object?> OfList(Func<BareOutputs, object?>[] items) =>
        outputs => items.Select(item => item(outputs)).ToImmutableArray();

    /// <summary>One output as it is, several put into a text.</summary>
    private static Func<BareOutputs, Output<string>> OfText(Value value)
    {
        if (value is not Value.Join)
        {
            return outputs => OfAnswer(value, outputs);
        }

        Value[] parts = [.. Parts(value)];
        Value[] unknown = [.. parts.Where(part => part is not Value.Text).Distinct()];
        var format = string.Concat(parts.Select(part => part is Value.Text text
            ? text.Content.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
            : $"{{{Array.IndexOf(unknown, part)}}}"));
        var composite = CompositeFormat.Parse(format);
        return outputs => Output
            .All(unknown.Select(part => OfAnswer(part, outputs)))
            .Apply(answers => string.Format(null, composite, [.. answers]));
    }

    private static Output<string> OfAnswer(Value value, BareOutputs outputs) => value switch
    {
        Value.Ref reference => outputs.Attribute(reference),
        Value.Pseudo pseudo => outputs.Place.Of(pseudo.Parameter),
        _ => throw new ArgumentException(value.ToString()),
    };

    private static IEnumerable<Value> Parts(Value value) =>
        value is Value.Join join ? join.Parts.SelectMany(Parts) : [value];

    private static bool Waits(Value value) => value switch
    {
        Value.Ref or Value.Pseudo or Value.Join => true,
        Value.List list => list.Items.Any(Waits),
        Value.Map map => map.Entries.Values.Any(Waits),
        Value.Document document => Waits(document.Content),
        _ => false,
    };
}
