using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Planning;

/// <summary>A cloud resource that should exist. It describes; only a target acts.</summary>
public sealed record DeclaredResource
{
    /// <summary>The owner of what belongs to no single prompt or flow; no definition can have this name.</summary>
    public const string OfStack = "the stack";

    /// <summary>Its identity: unique in the plan, the same in every run.</summary>
    public required string Name { get; init; }

    /// <summary>As CloudFormation calls it: <c>AWS::Bedrock::Prompt</c>.</summary>
    public required string Type { get; init; }

    /// <summary>As CloudFormation calls them.</summary>
    public required Value.Map Properties { get; init; }

    /// <summary>The prompt or flow that it belongs to, or <see cref="OfStack"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>Why it exists, in a few words for people who read the plan.</summary>
    public required string Because { get; init; }

    /// <summary>The resources that its properties refer to.</summary>
    public IEnumerable<string> RefersTo => References(Properties).Distinct(StringComparer.Ordinal);

    /// <summary>Resources that must be there first, whether or not it refers to them.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Properties whose later changes are left alone,
    /// because the service cannot change them in place.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Whether deleting it takes two steps: first the protection, then the resource.</summary>
    public bool Protect { get; init; }

    /// <summary>Whether it cannot be made any more: what it is cut from says something else by now.</summary>
    public bool MustExist { get; init; }

    /// <summary>What must hold once it is deployed; null for nothing.</summary>
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
