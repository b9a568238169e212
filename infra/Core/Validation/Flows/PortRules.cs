using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation.Flows;

/// <summary>Checks that nodes have the inputs and outputs of their type, each with the right type.</summary>
internal static class PortRules
{
    private static readonly Side OfInputs = new(
        "input",
        (FlowFindingKind.MissingNodeInput, Problems.MissingNodeInput),
        (FlowFindingKind.UnknownNodeInput, Problems.UnknownNodeInput),
        (FlowFindingKind.MismatchedNodeInputType, Problems.MismatchedNodeInputType));

    private static readonly Side OfOutputs = new(
        "output",
        (FlowFindingKind.MissingNodeOutput, Problems.MissingNodeOutput),
        (FlowFindingKind.UnknownNodeOutput, Problems.UnknownNodeOutput),
        (FlowFindingKind.MismatchedNodeOutputType, Problems.MismatchedNodeOutputType));

    /// <summary>The problems of a node's inputs.</summary>
    public static IEnumerable<FlowFinding> Inputs(GraphNode node) => Check(node, OfInputs, new(
        node.Inputs.Select(input => input.Name),
        name => node.Input(name)?.Type,
        node.Ports.Inputs,
        node.Ports.OpenInputs));

    /// <summary>The problems of a node's outputs: all outputs of its type must be there, used or not.</summary>
    public static IEnumerable<FlowFinding> Outputs(GraphNode node) => Check(node, OfOutputs, new(
        node.Outputs.Select(output => output.Name),
        name => node.Output(name)?.Type,
        [.. node.Ports.Outputs.Select(port => port with { Required = true })],
        node.Ports.OpenOutputs));

    private static IEnumerable<FlowFinding> Check(GraphNode node, Side side, Ports ports)
    {
        var name = node.Name.Value;
        var missing =
            from port in ports.Known
            where port.Required && ports.TypeOf(port.Name) is null
            select new FlowFinding(
                side.Missing.Kind,
                Map(("node", name), (side.Word, port.Name)),
                side.Missing.Problem(node.Name.At, name, $"{node.Type}", port.Name));
        var unknown =
            from stated in ports.Stated
            where !ports.IsOpen && ports.Known.All(port => port.Name != stated.Value)
            select new FlowFinding(
                side.Unknown.Kind,
                Map(("node", name), (side.Word, stated.Value)),
                side.Unknown.Problem(
                    stated.At, name, $"{node.Type}", stated.Value, Advice(stated.Value, ports.Known)));
        var mismatched =
            from port in ports.Known
            let stated = ports.TypeOf(port.Name)
            where stated is not null && port.Type is not null && port.Type != stated.Value
            select new FlowFinding(
                side.Mismatched.Kind,
                Map(("node", name), (side.Word, port.Name), ("expectedType", $"{port.Type}")),
                side.Mismatched.Problem(stated.At, name, port.Name, $"{port.Type}", $"{stated.Value}"));
        return [.. missing, .. unknown, .. mismatched];
    }

    private static string Advice(string name, ImmutableArray<FlowPort> ports) =>
        ports.IsEmpty ? "It has none." : FlowAdvice.Known(name, ports, port => port.Name);

    /// <summary>What the service calls the ports of one side, and the findings about them.</summary>
    private sealed record Side(
        string Word,
        (FlowFindingKind Kind, Func<Location, string, string, string, Diagnostic> Problem) Missing,
        (FlowFindingKind Kind, Func<Location, string, string, string, string, Diagnostic> Problem) Unknown,
        (FlowFindingKind Kind, Func<Location, string, string, string, string, Diagnostic> Problem) Mismatched);

    /// <summary>The ports of one side of a node.</summary>
    /// <param name="Stated">The ports that the flow states.</param>
    /// <param name="TypeOf">The stated type of a port.</param>
    /// <param name="Known">The ports of the node's type.</param>
    /// <param name="IsOpen">Whether the author may add others.</param>
    private sealed record Ports(
        IEnumerable<Located<string>> Stated,
        Func<string, Located<FlowDataType>?> TypeOf,
        ImmutableArray<FlowPort> Known,
        bool IsOpen);
}
