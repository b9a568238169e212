using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Planning;

/// <summary>A cloud resource that should exist. This is a description; only targets act on it.</summary>
public sealed record DeclaredResource
{
    /// <summary>The owner of resources that belong to no single prompt or flow; no definition can have this
    /// name.</summary>
    public const string OfStack = "the stack";

    /// <summary>Its identity: unique in the plan, and the same in every run.</summary>
    public required string Name { get; init; }

    /// <summary>The type's name in CloudFormation, as in <c>AWS::Bedrock::Prompt</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The properties, by their names in CloudFormation.</summary>
    public required Value.Map Properties { get; init; }

    /// <summary>The prompt or flow that it belongs to, or <see cref="OfStack"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>The reason why it exists, in a few words for readers of the plan.</summary>
    public required string Because { get; init; }

    /// <summary>The resources that its properties refer to.</summary>
    public IEnumerable<string> RefersTo => References(Properties).Distinct(StringComparer.Ordinal);

    /// <summary>Resources that must exist first, whether or not it refers to them.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Properties whose later changes are ignored, because the service cannot change them in place.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Whether deleting it takes two steps: first removing the protection, then the resource.</summary>
    public bool Protect { get; init; }

    /// <summary>Whether it can no longer be made, because the draft that it was cut from has other content by
    /// now.</summary>
    public bool MustExist { get; init; }

    /// <summary>What must hold of it once it is deployed; null for nothing.</summary>
    public Postcondition? Postcondition { get; init; }

    private static IEnumerable<string> References(Value value) => value switch
    {
        Value.Ref reference => [reference.Resource],
        Value.Join join => join.Parts.SelectMany(References),
        Value.Document document => References(document.Content),
        Value.List list => list.Items.SelectMany(References),
        Value.Map map => map.Entries.Values.SelectMany(References),
        _ => [],
    };
}
