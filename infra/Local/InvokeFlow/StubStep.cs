using System.Collections.Immutable;
using Infra.Local.Access;
using Infra.Local.Protocol.Wire;
using Infra.Spelling;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>Runs a node that calls a service which does not exist here: its answer is stubbed, or the flow stops with a
/// message.</summary>
internal static class StubStep
{
    /// <summary>The outputs of the node.</summary>
    public static (IReadOnlyDictionary<string, Value>? Outputs, Fault? Fault) Run(
        GraphNode node, FlowProgram program, FlowContext context, ImmutableArray<TakenInput> inputs)
    {
        var call = context.Call(node, inputs);
        var member = FirstLetter.Lower($"{node.Type}");
        var requests = NodeRequests.Service(
            node.Type, program.Configuration(node, member), context.Region, call.Inputs);
        if (context.Access.Denied(requests) is { } denied)
        {
            return (null, denied);
        }

        return context.Stubs(call) is { } answer ? Yielded(node, answer) : (null, NoStub(node));
    }

    private static (IReadOnlyDictionary<string, Value>? Outputs, Fault? Fault) Yielded(GraphNode node, Value answer)
    {
        var output = node.Outputs.FirstOrDefault();
        return output is not null && NodeInputs.Mismatch(answer, output.Type.Value) is { } found
            ? (null, Fault.Validation($"The output {output.Name.Value} of node {node.Name.Value} is declared as "
                + $"{output.Type.Value}, but its answer is of type {found}."))
            : (output is null ? [] : new Dictionary<string, Value> { [output.Name.Value] = answer }, null);
    }

    private static Fault NoStub(GraphNode node) => new(
        "DependencyFailedException",
        $"The local Bedrock has no {node.Type} to call for node {node.Name.Value}. Declare what it answers under "
        + "'stubs:' of a test of the flow whose 'given:' is the document that the flow was invoked with.");
}
