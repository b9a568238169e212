using System.Diagnostics;
using Infra.Definitions.Flows;
using Infra.Definitions.Flows.Expressions;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation.Flows;

/// <summary>Checks connections: both ends exist, none is given twice, and types match.</summary>
internal static class ConnectionRules
{
    /// <summary>All problems of the connections in a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="elsewhere">The names of nodes inside or outside a loop, across whose edge no connection may
    /// lead.</param>
    public static IEnumerable<FlowFinding> Check(FlowGraph graph, IReadOnlySet<string> elsewhere) =>
    [
        .. graph.Connections.SelectMany(connection => Ends(graph, connection, elsewhere)),
        .. graph.Connections.SelectMany(connection => Types(graph, connection)),
        .. Duplicates(graph),
        .. SeveralSources(graph),
    ];

    private static IEnumerable<FlowFinding> Ends(
        FlowGraph graph, GraphConnection connection, IReadOnlySet<string> elsewhere)
    {
        var (source, target) = (graph[connection.Source.Value], graph[connection.Target]);
        if ((source is null && elsewhere.Contains(connection.Source.Value))
            || (target is null && elsewhere.Contains(connection.Target)))
        {
            return [Boundary(connection)];
        }

        var details = Map(("connection", connection.Name));
        var findings = new List<FlowFinding>();
        if (source is null)
        {
            findings.Add(new(FlowFindingKind.UnknownConnectionSource, details, Problems.UnknownConnectionSource(
                connection.Source.At, connection.Source.Value, connection.Target,
                FlowAdvice.Known(connection.Source.Value, graph.Names))));
        }

        if (target is null)
        {
            findings.Add(new(FlowFindingKind.UnknownConnectionTarget, details, Problems.UnknownConnectionTarget(
                connection.Source.At, connection.Name, connection.Target,
                FlowAdvice.Known(connection.Target, graph.Names))));
        }

        return findings.Concat(Ports(connection, source, target));
    }

    private static FlowFinding Boundary(GraphConnection connection) => new(
        FlowFindingKind.InvalidLoopBoundary,
        Map(
            ("connection", connection.Name),
            ("source", connection.Source.Value),
            ("target", connection.Target)),
        Problems.InvalidLoopBoundary(connection.Source.At, connection.Source.Value, connection.Target));

    private static IEnumerable<FlowFinding> Ports(GraphConnection connection, GraphNode? source, GraphNode? target)
    {
        var details = Map(("connection", connection.Name));
        switch (connection.Edge)
        {
            case GraphEdge.Unconfigured:
                yield return new(FlowFindingKind.MissingConnectionConfiguration, details,
                    Problems.MissingConnectionConfiguration(connection.Source.At, connection.Name));
                break;
            case GraphEdge.Conditional(var condition) when source is not null && !Decides(source, condition.Value):
                yield return new(
                    FlowFindingKind.UnknownConnectionCondition,
                    details,
                    Problems.UnknownConnectionCondition(
                        condition.At, source.Name.Value, condition.Value, ConditionAdvice(source, condition.Value)));
                break;
            case GraphEdge.Data(var output, var input):
                if (source is not null && source.Output(output.Value) is null)
                {
                    yield return new(
                        FlowFindingKind.UnknownConnectionSourceOutput,
                        details,
                        Problems.UnknownConnectionSourceOutput(
                            output.At, source.Name.Value, output.Value, OutputAdvice(source, output.Value)));
                }

                if (target is not null && target.Input(input) is null)
                {
                    yield return new(
                        FlowFindingKind.UnknownConnectionTargetInput,
                        details,
                        Problems.UnknownConnectionTargetInput(
                            connection.Source.At, connection.Name, target.Name.Value, input,
                            InputAdvice(target, input)));
                }

                break;
            default:
                break;
        }
    }

    private static bool Decides(GraphNode source, string condition) =>
        source.Type is FlowNodeType.Condition && source.Decides(condition);

    private static string ConditionAdvice(GraphNode source, string condition) =>
        source.Type is not FlowNodeType.Condition
        ? $"Only a node of type Condition has conditions, and it is of type {source.Type}."
        : FlowAdvice.Known(condition, source.Conditions, candidate => candidate.Name.Value);

    private static string OutputAdvice(GraphNode source, string output) => source.Outputs.IsEmpty
        ? $"A node of type {source.Type} has no outputs unless 'outputs' lists them."
        : FlowAdvice.Known(output, source.Outputs, candidate => candidate.Name.Value);

    private static string InputAdvice(GraphNode target, string input) => target.Inputs.IsEmpty
        ? "It declares no inputs."
        : FlowAdvice.Known(input, target.Inputs, candidate => candidate.Name.Value);

    private static IEnumerable<FlowFinding> Types(FlowGraph graph, GraphConnection connection)
    {
        if (connection.Edge is not GraphEdge.Data(var output, var name)
            || graph[connection.Source.Value]?.Output(output.Value) is not { } from
            || graph[connection.Target]?.Input(name) is not { } to
            || InputExpression.Parse(to.Expression.Value).Expression is not { } expression
            || Misfit(connection, from, to, expression) is not { } problem)
        {
            return [];
        }

        return [new(FlowFindingKind.IncompatibleConnectionDataType, Map(("connection", connection.Name)), problem)];
    }

    private static Diagnostic? Misfit(
        GraphConnection connection, FlowOutput from, FlowInput to, InputExpression expression)
    {
        var source = $"{connection.Source.Value}.{from.Name.Value}";
        var target = $"{connection.Target}.{to.Name.Value}";
        return expression switch
        {
            { TakesAll: true } => from.Type.Value == to.Type.Value ? null : Problems.IncompatibleConnectionDataType(
                connection.Source.At, source, target,
                $"it has the type {from.Type.Value}, and the input needs {to.Type.Value}"),
            _ when from.Type.Value is not (FlowDataType.Object or FlowDataType.Array) =>
                Problems.PathIntoScalar(to.Expression.At, source, $"{from.Type.Value}", to.Expression.Value),
            { FindsSeveral: true } when to.Type.Value is not FlowDataType.Array =>
                Problems.IncompatibleConnectionDataType(
                    to.Expression.At, source, target,
                    $"'{to.Expression.Value}' finds an Array, and the input needs {to.Type.Value}"),
            _ => null,
        };
    }

    private static IEnumerable<FlowFinding> Duplicates(FlowGraph graph)
    {
        var seen = new HashSet<(string, string, string, string?)>();
        foreach (var connection in graph.Connections)
        {
            var (port, input) = connection.Edge switch
            {
                GraphEdge.Data data => (data.Output.Value, data.Input),
                GraphEdge.Conditional conditional => (conditional.Condition.Value, null),
                GraphEdge.Unconfigured => (connection.Name, null),
                _ => throw new UnreachableException(),
            };
            if (!seen.Add((connection.Source.Value, port, connection.Target, input)))
            {
                yield return new(
                    FlowFindingKind.DuplicateConnections,
                    Map(("source", connection.Source.Value), ("target", connection.Target)),
                    Problems.DuplicateConnections(connection.Source.At, connection.Source.Value, connection.Target));
            }
        }
    }

    private static IEnumerable<FlowFinding> SeveralSources(FlowGraph graph) =>
        from connection in graph.Connections
        let data = connection.Edge as GraphEdge.Data
        where data is not null
        group (connection, data) by (connection.Target, data.Input) into sources
        let distinct = sources
            .DistinctBy(source => (source.connection.Source.Value, source.data.Output.Value))
            .ToArray()
        where distinct.Length > 1
        select new FlowFinding(
            FlowFindingKind.MultipleNodeInputConnections,
            Map(("node", sources.Key.Target), ("input", sources.Key.Input)),
            Problems.MultipleNodeInputConnections(
                distinct[1].connection.Source.At, sources.Key.Target, sources.Key.Input));
}
