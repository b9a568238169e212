using Infra.Diagnostics;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Validation.Flows;

/// <summary>Something wrong with a flow, in the service's words and in ours.</summary>
/// <param name="Kind">What ValidateFlowDefinition calls it.</param>
/// <param name="Details">The members of its details, as the API spells them.</param>
/// <param name="Problem">Where it stands, how bad it is, what to do.</param>
public sealed record FlowFinding(FlowFindingKind Kind, Value.Map Details, Diagnostic Problem)
{
    /// <summary>The member of <c>FlowValidationDetails</c> that holds the details.</summary>
    public string DetailsMember => FirstLetter.Lower($"{Kind}");
}

/// <summary>The kinds of finding that ValidateFlowDefinition reports.</summary>
/// <remarks>Source: API model of bedrock-agent (botocore 1.43.11), FlowValidationType, read 2026-11-21.</remarks>
public enum FlowFindingKind
{
    /// <summary>A connection closes a circle.</summary>
    CyclicConnection,

    /// <summary>The same connection twice.</summary>
    DuplicateConnections,

    /// <summary>Two conditions of a node say the same.</summary>
    DuplicateConditionExpression,

    /// <summary>No path leads to a node.</summary>
    UnreachableNode,

    /// <summary>The source is no node.</summary>
    UnknownConnectionSource,

    /// <summary>The source has no such output.</summary>
    UnknownConnectionSourceOutput,

    /// <summary>The target is no node.</summary>
    UnknownConnectionTarget,

    /// <summary>The target has no such input.</summary>
    UnknownConnectionTargetInput,

    /// <summary>The source has no such condition.</summary>
    UnknownConnectionCondition,

    /// <summary>A condition cannot be decided.</summary>
    MalformedConditionExpression,

    /// <summary>An input's expression cannot be read.</summary>
    MalformedNodeInputExpression,

    /// <summary>An input has another type than its node asks for.</summary>
    MismatchedNodeInputType,

    /// <summary>An output has another type than its node yields.</summary>
    MismatchedNodeOutputType,

    /// <summary>The source's type does not fit the input's.</summary>
    IncompatibleConnectionDataType,

    /// <summary>A connection does not say what it joins.</summary>
    MissingConnectionConfiguration,

    /// <summary>A condition node has no default.</summary>
    MissingDefaultCondition,

    /// <summary>No Output.</summary>
    MissingEndingNodes,

    /// <summary>A node is not configured.</summary>
    MissingNodeConfiguration,

    /// <summary>A node lacks an input it needs.</summary>
    MissingNodeInput,

    /// <summary>A node lacks an output it always has.</summary>
    MissingNodeOutput,

    /// <summary>No Input.</summary>
    MissingStartingNodes,

    /// <summary>Several connections lead to one input.</summary>
    MultipleNodeInputConnections,

    /// <summary>No connection leads to an input.</summary>
    UnfulfilledNodeInput,

    /// <summary>What a connection needs can never be true at once.</summary>
    UnsatisfiedConnectionConditions,

    /// <summary>Something else; never found offline.</summary>
    Unspecified,

    /// <summary>The type of node has no such input.</summary>
    UnknownNodeInput,

    /// <summary>The type of node has no such output.</summary>
    UnknownNodeOutput,

    /// <summary>A loop has no start.</summary>
    MissingLoopInputNode,

    /// <summary>A loop has no end.</summary>
    MissingLoopControllerNode,

    /// <summary>A loop has several starts.</summary>
    MultipleLoopInputNodes,

    /// <summary>A loop has several ends.</summary>
    MultipleLoopControllerNodes,

    /// <summary>A node may not stand in a loop.</summary>
    LoopIncompatibleNodeType,

    /// <summary>A connection crosses the edge of a loop.</summary>
    InvalidLoopBoundary,
}
