using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Values;

/// <summary>The value of a property. The set of cases is closed, so that every target can render all of them.</summary>
/// <remarks>Two values are equal when their content is; a document and its bare content are different values, though
/// <see cref="CanonicalJson"/> writes them alike.</remarks>
public abstract record Value
{
    private Value()
    {
    }

    /// <summary>A literal text.</summary>
    public sealed record Text(string Content) : Value;

    /// <summary>A literal number.</summary>
    public sealed record Number(decimal Content) : Value;

    /// <summary>True or false.</summary>
    public sealed record Flag(bool Content) : Value;

    /// <summary>JSON's null; it occurs only inside documents.</summary>
    public sealed record Null : Value;

    /// <summary>A list, in the order it is sent.</summary>
    public sealed record List(ImmutableArray<Value> Items) : Value
    {
        /// <inheritdoc/>
        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Hash(Items);
    }

    /// <summary>An object; its keys are sorted so that equal plans print alike.</summary>
    public sealed record Map(MemberCollection Entries) : Value
    {
        /// <summary>The value of a key, or null.</summary>
        public Value? this[string key] => Entries.GetValueOrDefault(key);
    }

    /// <summary>JSON whose keys are the author's or AWS's own (policies, tool schemas, tags): no target changes their
    /// spelling.</summary>
    public sealed record Document(Value Content) : Value;

    /// <summary>A value that the cloud assigns to another resource; only a target can resolve it.</summary>
    /// <param name="Resource">The other resource's name in the plan.</param>
    /// <param name="Attribute">The attribute's name in CloudFormation.</param>
    public sealed record Ref(string Resource, string Attribute) : Value;

    /// <summary>Texts, references and pseudo parameters, written one after the other.</summary>
    public sealed record Join(ImmutableArray<Value> Parts) : Value
    {
        /// <inheritdoc/>
        public bool Equals(Join? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Hash(Parts);
    }

    /// <summary>A property of the place that the stack is deployed to.</summary>
    public sealed record Pseudo(PseudoParameter Parameter) : Value;

    /// <summary>Lets a text be given where a value is expected; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(content))]
    public static implicit operator Value?(string? content) => content is null ? null : new Text(content);

    /// <summary>Lets a number be given where a value is expected.</summary>
    public static implicit operator Value(decimal content) => new Number(content);

    /// <summary>Lets a number be given where a value is expected.</summary>
    public static implicit operator Value(int content) => new Number(content);

    /// <summary>Lets true or false be given where a value is expected.</summary>
    public static implicit operator Value(bool content) => new Flag(content);

    private static int Hash(ImmutableArray<Value> values)
    {
        var hash = default(HashCode);
        foreach (var value in values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}

/// <summary>What is only known where a stack is deployed.</summary>
public enum PseudoParameter
{
    /// <summary><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c> ...</summary>
    Partition,

    /// <summary>The region, as in <c>us-east-1</c>.</summary>
    Region,

    /// <summary>The twelve digits of the account.</summary>
    Account,
}
