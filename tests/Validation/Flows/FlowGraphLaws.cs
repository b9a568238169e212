using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Validation.Flows;
using Xunit;

namespace Infra.Tests.Validation.Flows;

/// <summary>Checking ends soon for every graph, because no path is walked twice.</summary>
public sealed class FlowGraphLaws
{
    private const int Many = 20_000;

    [Fact]
    public void A_chain_may_be_as_long_as_it_likes() =>
        Kinds(Many, i => i == 0 ? [] : [i - 1]).Should().NotContain(FlowFindingKind.CyclicConnection);

    [Fact]
    public void A_ring_has_one_connection_that_closes_it() => Kinds(Many, i => [(i + Many - 1) % Many])
        .Count(kind => kind is FlowFindingKind.CyclicConnection).Should().Be(1);

    [Fact]
    public void A_ladder_with_more_paths_than_atoms_is_walked_once() =>
        Kinds(Many, i => i < 2 ? [] : [i - 1, i - 2]).Should().NotContain(FlowFindingKind.CyclicConnection);

    [Fact]
    public void A_node_may_have_as_many_sources_as_it_likes() =>
        Kinds(Many, i => i == Many - 1 ? [.. Enumerable.Range(0, i)] : []).Should().NotBeEmpty();

    [Fact]
    public void A_node_may_decide_and_open_as_many_branches_as_it_likes() =>
        Opening(Many, i => $"c{i}").Should().NotContain(FlowFindingKind.UnknownConnectionCondition);

    [Fact]
    public void As_many_branches_as_one_likes_may_be_unknown() => Opening(Many, i => $"unknown{i}")
        .Count(kind => kind is FlowFindingKind.UnknownConnectionCondition).Should().Be(Many);

    [Fact]
    public void A_graph_without_its_closing_connections_has_sources_before_targets() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20261121, 7).WithMaxTest(300),
        Prop.ForAll(Edges(), edges =>
        {
            var graph = Graph(10, i => [.. edges.Where(edge => edge.Target == i).Select(edge => edge.Source)]);
            var (order, closing) = GraphSearch.Order(graph);
            var places = order.Index().ToDictionary(node => node.Item.Name.Value, node => node.Index);
            return order.Length == 10 && graph.Connections
                .Except(closing)
                .All(connection => places[connection.Source.Value] < places[connection.Target]);
        }));

    private static Arbitrary<(int Source, int Target)[]> Edges() => Gen.Choose(0, 9)
        .Zip(Gen.Choose(0, 9), (source, target) => (Source: source, Target: target))
        .ArrayOf()
        .ToArbitrary();

    private static IEnumerable<FlowFindingKind> Kinds(int nodes, Func<int, int[]> sources) =>
        FlowFindings.Check(Graph(nodes, sources)).Select(finding => finding.Kind).ToArray();

    /// <summary>The findings for a node with many conditions and a connection for each.</summary>
    private static IEnumerable<FlowFindingKind> Opening(int conditions, Func<int, string> opening)
    {
        var decider = new GraphNode
        {
            Name = Nowhere("Sort"),
            Type = FlowNodeType.Condition,
            Conditions = [.. Enumerable.Range(0, conditions).Select(i => new FlowCondition(Nowhere($"c{i}"), null))],
        };
        var connections = Enumerable.Range(0, conditions).Select(i => new GraphConnection(
            $"C{i}", decider.Name, "Sort", new GraphEdge.Conditional(Nowhere(opening(i)))));
        return FlowFindings.Check(new([decider], [.. connections], default)).Select(finding => finding.Kind).ToArray();
    }

    private static FlowGraph Graph(int nodes, Func<int, int[]> sources) => new(
        [
            .. Enumerable.Range(0, nodes).Select(i => new GraphNode
            {
                Name = Nowhere(i == 0 ? "Start" : $"N{i}"),
                Type = i == 0 ? FlowNodeType.Input : FlowNodeType.LambdaFunction,
                Inputs = [.. sources(i).Select((_, input) => new FlowInput
                {
                    Name = Nowhere($"i{input}"),
                    Type = Nowhere(FlowDataType.String),
                    Expression = Nowhere("$.data"),
                })],
            }),
        ],
        [
            .. from i in Enumerable.Range(0, nodes)
               from source in sources(i).Index()
               select new GraphConnection(
                   $"C{i}x{source.Index}",
                   Nowhere(source.Item == 0 ? "Start" : $"N{source.Item}"),
                   i == 0 ? "Start" : $"N{i}",
                   new GraphEdge.Data(Nowhere("functionResponse"), $"i{source.Index}")),
        ],
        default);

    private static Located<T> Nowhere<T>(T value) => new(value, default);
}
