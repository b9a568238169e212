using System.Diagnostics;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The place that a stack is deployed to.</summary>
/// <param name="Region">As in <c>us-east-1</c>; <c>*</c> when it is not known.</param>
/// <param name="Account">Twelve digits; <c>*</c> when it is not known.</param>
public sealed record Place(string Region, string Account)
{
    /// <summary>The partition of the region; <c>*</c> when the region is not known.</summary>
    public string Partition => Region switch
    {
        "*" => "*",
        _ when Region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ when Region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ => "aws",
    };

    /// <summary>A value with the place and all references to other resources filled in.</summary>
    /// <param name="value">The value; documents become plain values.</param>
    /// <param name="reference">The text for an attribute of another resource.</param>
    public Value Fill(Value value, Func<Value.Ref, string> reference) => value switch
    {
        Value.Document document => Fill(document.Content, reference),
        Value.Map map => Map(map.Entries.Select(entry => (entry.Key, (Value?)Fill(entry.Value, reference)))),
        Value.List list => List(list.Items.Select(item => Fill(item, reference))),
        Value.Join or Value.Ref or Value.Pseudo => Text(value, reference),
        _ => value,
    };

    /// <summary>The text of a value: of a text, a reference, a property of the place, or a join of these.</summary>
    /// <param name="value">The value.</param>
    /// <param name="reference">The text for an attribute of another resource.</param>
    public string Text(Value value, Func<Value.Ref, string> reference) => value switch
    {
        Value.Text text => text.Content,
        Value.Join join => string.Concat(join.Parts.Select(part => Text(part, reference))),
        Value.Ref known => reference(known),
        Value.Pseudo { Parameter: PseudoParameter.Partition } => Partition,
        Value.Pseudo { Parameter: PseudoParameter.Region } => Region,
        Value.Pseudo => Account,
        _ => throw new UnreachableException(),
    };
}
