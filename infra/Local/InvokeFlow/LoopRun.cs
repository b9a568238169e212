using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Local.Protocol.Wire;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>Repeats the nodes inside a loop until its condition holds or its iterations are used up.</summary>
/// <remarks>
/// AWS does not document how the inputs of a Loop get to its LoopInput, and how those of its LoopController leave it.
/// Here they are matched by name, and otherwise by position.
/// </remarks>
internal static class LoopRun
{
    private const int UsualTurns = 10;

    /// <summary>The outputs of the loop.</summary>
    public static (IReadOnlyDictionary<string, Value>? Outputs, Fault? Fault) Of(
        GraphNode loop,
        FlowProgram body,
        FlowContext context,
        ImmutableArray<TakenInput> inputs,
        ImmutableArray<Turn> chain)
    {
        var start = body.Graph.Nodes.First(node => node.Type is FlowNodeType.LoopInput);
        var end = body.Graph.Nodes.First(node => node.Type is FlowNodeType.LoopController);
        var most = body.Configuration(end, "loopController")["maxIterations"]?.GetValue<int>() ?? UsualTurns;
        var values = Named(start.Outputs.Select(output => output.Name.Value), inputs);
        for (var index = 0; ; index++)
        {
            var run = new GraphRun(body, context, chain.Add(new(loop.Name.Value, FlowNodeType.Loop, index)));
            run.Yield(start, values);
            var fault = run.Run();
            var (taken, missing) = run.Take(end);
            if (fault is not null || taken is not { } reached)
            {
                return (null, fault ?? missing ?? Fault.Validation(
                    $"Nothing reaches the controller {end.Name.Value} of the loop {loop.Name.Value}."));
            }

            var isOver = NodeInputs.Holds(end.Conditions[0], Values(reached));
            context.Events.Decided(end, isOver ? end.Conditions[0].Name.Value : "default");
            if (isOver || index + 1 >= most)
            {
                return (Left(loop, reached, index + 1), null);
            }

            values = Next(values, reached);
        }
    }

    private static ImmutableSortedDictionary<string, Value> Next(
        ImmutableSortedDictionary<string, Value> values, ImmutableArray<TakenInput> reached) =>
        values.SetItems(Named(values.Keys, Of(reached, FlowInputCategory.ReturnValueToLoopStart)));

    private static ImmutableSortedDictionary<string, Value> Left(
        GraphNode loop, ImmutableArray<TakenInput> reached, int turns)
    {
        var leaving = Of(reached, FlowInputCategory.ExitLoop);
        var names = loop.Outputs.Select(output => output.Name.Value).Where(name => name is not "iterationCount");
        var left = Named(names, leaving.IsEmpty ? reached : leaving);
        return loop.Output("iterationCount") is null ? left : left.SetItem("iterationCount", turns);
    }

    private static ImmutableArray<TakenInput> Of(ImmutableArray<TakenInput> inputs, FlowInputCategory category) =>
        [.. inputs.Where(input => input.Input.Category?.Value == category)];

    private static Dictionary<string, Value> Values(ImmutableArray<TakenInput> inputs) =>
        inputs.ToDictionary(input => input.Input.Name.Value, input => input.Value, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, Value> Named(
        IEnumerable<string> names, ImmutableArray<TakenInput> inputs)
    {
        var byName = Values(inputs);
        return names
            .Select((name, position) => (Name: name, Value: byName.GetValueOrDefault(name)
                ?? inputs.ElementAtOrDefault(position)?.Value))
            .Where(named => named.Value is not null)
            .ToImmutableSortedDictionary(named => named.Name, named => named.Value!, StringComparer.Ordinal);
    }
}
