using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Local.Protocol.Wire;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>One run of a flow's nodes, or of one iteration of a loop.</summary>
internal sealed class GraphRun(FlowProgram program, FlowContext context, ImmutableArray<Turn> chain)
{
    private readonly Dictionary<(string Node, string Output), Value> yielded = [];
    private readonly Dictionary<string, string> decided = new(StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    /// <summary>Runs the nodes in order; returns the fault of the first one that fails, or null.</summary>
    public Fault? Run()
    {
        foreach (var node in program.Order)
        {
            if (!done.Contains(node.Name.Value) && Step(node, chain) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Records the outputs of a node.</summary>
    public void Yield(GraphNode node, IReadOnlyDictionary<string, Value> outputs)
    {
        foreach (var (output, value) in outputs)
        {
            yielded[(node.Name.Value, output)] = value;
        }

        done.Add(node.Name.Value);
        context.Events.Yielded(node, outputs, program.Graph);
    }

    /// <summary>A node's inputs; null when it does not run: no value arrives, or no condition holds.</summary>
    public (ImmutableArray<TakenInput>? Taken, Fault? Fault) Take(GraphNode node)
    {
        if (!IsOpen(node))
        {
            return (null, null);
        }

        var taken = ImmutableArray.CreateBuilder<TakenInput>();
        foreach (var input in node.Inputs)
        {
            var sources = Sources(node, input).ToList();
            if (sources is [])
            {
                continue;
            }

            var arrived = sources.FindIndex(yielded.ContainsKey);
            if (arrived < 0)
            {
                return (null, null);
            }

            var (value, fault) = NodeInputs.Evaluate(node, input, yielded[sources[arrived]]);
            if (value is null)
            {
                return (null, fault);
            }

            taken.Add(new(input, value, sources[arrived]));
        }

        return (taken.ToImmutable(), null);
    }

    private Fault? Step(GraphNode node, ImmutableArray<Turn> turns)
    {
        var (taken, fault) = Take(node);
        if (taken is not { } inputs)
        {
            return fault;
        }

        context.Events.Took(node, inputs, turns);
        return node.Type switch
        {
            FlowNodeType.Output => Leave(node, inputs),
            FlowNodeType.Condition => Decide(node, inputs),
            FlowNodeType.Iterator => Repeat(node, inputs),
            FlowNodeType.Loop => Finish(node, LoopRun.Of(node, program.Loops[node.Name.Value], context, inputs, turns)),
            FlowNodeType.Prompt => Finish(
                node, PromptStep.Run(node, program.Configuration(node, "prompt"), context, inputs)),
            FlowNodeType.LoopController or FlowNodeType.Collector => null,
            FlowNodeType.Input or FlowNodeType.LoopInput or FlowNodeType.KnowledgeBase or FlowNodeType.Lex
                or FlowNodeType.LambdaFunction or FlowNodeType.Agent or FlowNodeType.Storage or FlowNodeType.Retrieval
                or FlowNodeType.InlineCode => Finish(node, StubStep.Run(node, program, context, inputs)),
        };
    }

    private Fault? Finish(GraphNode node, (IReadOnlyDictionary<string, Value>? Outputs, Fault? Fault) result)
    {
        if (result.Outputs is { } outputs)
        {
            Yield(node, outputs);
        }

        return result.Fault;
    }

    private Fault? Leave(GraphNode node, ImmutableArray<TakenInput> inputs)
    {
        context.Events.Output(node, inputs[0].Value);
        return null;
    }

    private Fault? Decide(GraphNode node, ImmutableArray<TakenInput> inputs)
    {
        var values = inputs.ToDictionary(input => input.Input.Name.Value, input => input.Value, StringComparer.Ordinal);
        var condition = node.Conditions.First(condition => NodeInputs.Holds(condition, values));
        decided[node.Name.Value] = condition.Name.Value;
        context.Events.Decided(node, condition.Name.Value);
        return null;
    }

    /// <summary>Runs the nodes after an iterator once for each item, and collects the results for collectors.</summary>
    private Fault? Repeat(GraphNode node, ImmutableArray<TakenInput> inputs)
    {
        var items = ((Value.List)inputs[0].Value).Items;
        var (repeated, collectors) = program.Repeated(node);
        var gathered = collectors.ToDictionary(collector => collector.Name.Value, _ => ImmutableArray<Value>.Empty);
        for (var index = 0; index < items.Length; index++)
        {
            Forget(repeated);
            Yield(node, new SortedDictionary<string, Value>(StringComparer.Ordinal)
            {
                ["arrayItem"] = items[index],
                ["arraySize"] = items.Length,
            });
            var turns = chain.Add(new(node.Name.Value, FlowNodeType.Iterator, index));
            var fault = repeated.Select(next => Step(next, turns)).OfType<Fault>().FirstOrDefault()
                ?? collectors.Select(collector => Gather(collector, gathered, turns)).OfType<Fault>().FirstOrDefault();
            if (fault is not null)
            {
                return fault;
            }
        }

        done.UnionWith(repeated.Append(node).Select(next => next.Name.Value));
        foreach (var collector in collectors)
        {
            Yield(collector, new Dictionary<string, Value>
            {
                ["collectedArray"] = new Value.List(gathered[collector.Name.Value]),
            });
        }

        return null;
    }

    private Fault? Gather(
        GraphNode collector, Dictionary<string, ImmutableArray<Value>> gathered, ImmutableArray<Turn> turns)
    {
        var (taken, fault) = Take(collector);
        if (taken is { } inputs)
        {
            context.Events.Took(collector, inputs, turns);
            var item = inputs.First(input => input.Input.Name.Value is "arrayItem").Value;
            gathered[collector.Name.Value] = gathered[collector.Name.Value].Add(item);
        }

        return fault;
    }

    private void Forget(ImmutableArray<GraphNode> nodes)
    {
        var names = nodes.Select(node => node.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var output in yielded.Keys.Where(output => names.Contains(output.Node)).ToList())
        {
            yielded.Remove(output);
        }

        foreach (var name in names)
        {
            decided.Remove(name);
        }
    }

    private bool IsOpen(GraphNode node)
    {
        var gates = program.Graph.Entering(node).Where(edge => edge.Edge is GraphEdge.Conditional).ToList();
        return gates is [] || gates.Exists(gate =>
            decided.GetValueOrDefault(gate.Source.Value) == ((GraphEdge.Conditional)gate.Edge).Condition.Value);
    }

    private IEnumerable<(string Node, string Output)> Sources(GraphNode node, FlowInput input) =>
        from edge in program.Graph.Entering(node)
        where edge.Edge is GraphEdge.Data data && data.Input == input.Name.Value
        select (edge.Source.Value, ((GraphEdge.Data)edge.Edge).Output.Value);
}
