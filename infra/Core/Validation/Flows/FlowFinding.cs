using Infra.Diagnostics;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Validation.Flows;

/// <summary>A problem of a flow, as the service reports it and as this tool does.</summary>
/// <param name="Kind">Its name in ValidateFlowDefinition.</param>
/// <param name="Details">The members of its details, in the API's spelling.</param>
/// <param name="Problem">The problem with its place and severity, and what to do.</param>
public sealed record FlowFinding(FlowFindingKind Kind, Value.Map Details, Diagnostic Problem)
{
    /// <summary>The member of <c>FlowValidationDetails</c> that holds the details.</summary>
    public string DetailsMember => FirstLetter.Lower($"{Kind}");
}

/// <summary>The kinds of finding that ValidateFlowDefinition reports.</summary>
/// <remarks>Source: API model of bedrock-agent (botocore 1.43.11), FlowValidationType, read 2026-11-21.</remarks>
public enum FlowFindingKind
{
    /// <summary>Connections form a circle.</summary>
    CyclicConnection,

    /// <summary>The same connection is given twice.</summary>
    DuplicateConnections,

    /// <summary>Two conditions of a node have the same expression.</summary>
    DuplicateConditionExpression,

    /// <summary>No path leads to a node.</summary>
    UnreachableNode,

    /// <summary>The source node does not exist.</summary>
    UnknownConnectionSource,

    /// <summary>The source does not have that output.</summary>
    UnknownConnectionSourceOutput,

    /// <summary>The target node does not exist.</summary>
    UnknownConnectionTarget,

    /// <summary>The target does not have that input.</summary>
    UnknownConnectionTargetInput,

    /// <summary>The source does not have that condition.</summary>
    UnknownConnectionCondition,

    /// <summary>A condition cannot be evaluated.</summary>
    MalformedConditionExpression,

    /// <summary>An input's expression cannot be read.</summary>
    MalformedNodeInputExpression,

    /// <summary>An input has another type than its node requires.</summary>
    MismatchedNodeInputType,

    /// <summary>An output has another type than its node returns.</summary>
    MismatchedNodeOutputType,

    /// <summary>The source's type does not fit the input's.</summary>
    IncompatibleConnectionDataType,

    /// <summary>A connection does not say which ports it connects.</summary>
    MissingConnectionConfiguration,

    /// <summary>A condition node has no default.</summary>
    MissingDefaultCondition,

    /// <summary>There is no Output node.</summary>
    MissingEndingNodes,

    /// <summary>A node has no configuration.</summary>
    MissingNodeConfiguration,

    /// <summary>A node lacks a required input.</summary>
    MissingNodeInput,

    /// <summary>A node lacks an output of its type.</summary>
    MissingNodeOutput,

    /// <summary>There is no Input node.</summary>
    MissingStartingNodes,

    /// <summary>Several connections lead to the same input.</summary>
    MultipleNodeInputConnections,

    /// <summary>No connection leads to an input.</summary>
    UnfulfilledNodeInput,

    /// <summary>The conditions of a connection can never hold together.</summary>
    UnsatisfiedConnectionConditions,

    /// <summary>Any other finding; never reported offline.</summary>
    Unspecified,

    /// <summary>The type of node does not have that input.</summary>
    UnknownNodeInput,

    /// <summary>The type of node does not have that output.</summary>
    UnknownNodeOutput,

    /// <summary>A loop has no LoopInput node.</summary>
    MissingLoopInputNode,

    /// <summary>A loop has no LoopController node.</summary>
    MissingLoopControllerNode,

    /// <summary>A loop has several LoopInput nodes.</summary>
    MultipleLoopInputNodes,

    /// <summary>A loop has several LoopController nodes.</summary>
    MultipleLoopControllerNodes,

    /// <summary>A node is not allowed in a loop.</summary>
    LoopIncompatibleNodeType,

    /// <summary>A connection crosses the edge of a loop.</summary>
    InvalidLoopBoundary,
}
