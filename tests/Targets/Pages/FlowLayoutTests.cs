using FluentAssertions;
using Infra.Definitions.Flows;
using Infra.Graphs;
using Infra.Planning;
using Infra.Releases;
using Infra.Targets.Pages;
using Infra.Tests.Support;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Targets.Pages;

public sealed class FlowLayoutTests
{
    public static TheoryData<string> Flows => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Flows))]
    public void Each_node_stands_to_the_right_of_what_leads_to_it(string flow)
    {
        var layout = Layout(flow);

        layout.Lines.Should().NotBeEmpty().And.AllSatisfy(line =>
            line.Boxes[^1].Left.Should().BeGreaterThan(line.Boxes[0].Right));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void No_node_lies_on_another_or_outside(string flow)
    {
        var layout = Layout(flow);

        var boxes = layout.Nodes.Select(node => node.Box).ToArray();
        boxes.Should().AllSatisfy(box => Meets(box, new(0, 0, layout.Width, layout.Height)).Should().BeTrue())
            .And.OnlyContain(box => box.Left > 0 && box.Top > 0 && box.Right < layout.Width
                && box.Top + box.Height < layout.Height)
            .And.OnlyContain(box => boxes.Count(other => Meets(box, other)) == 1);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_line_that_passes_a_column_passes_beside_its_nodes(string flow)
    {
        var layout = Layout(flow);

        layout.Lines.SelectMany(line => line.Boxes[1..^1])
            .Should().NotContain(passed => layout.Nodes.Any(node => Meets(node.Box, passed)));
    }

    [Fact]
    public void Connections_in_a_circle_are_laid_out_as_well()
    {
        var circle = new FlowSketch(
            [.. "abc".Select(name => new SketchedNode($"{name}", "Prompt", null))],
            [
                .. from ends in (string[])["ab", "bc", "ca"]
                   select new SketchedLine(new($"{ends[0]}", "out", $"{ends[1]}", "in"), null),
            ]);

        var layout = FlowLayout.Of(circle);

        layout.Lines.Should().HaveCount(3);
        layout.Nodes.Should().OnlyContain(node => layout.Nodes.Count(other => Meets(node.Box, other.Box)) == 1);
    }

    private static FlowLayout Layout(string flow) =>
        FlowLayout.Of(FlowSketch.Of((Value.Map)ReleasedContent.Of(All()[flow])));

    private static Dictionary<string, Flow> All() => (
        from folder in (string[])["tests/Samples/project", "tests/Browser/hostile"]
        let project = Project.Read(new WorkingTree(Repository.Path(folder))).Value!
        from flow in project.Catalog.Definitions.Values.OfType<Flow>()
        select (Key: $"{folder}: {flow.Name}", flow)).ToDictionary(flow => flow.Key, flow => flow.flow);

    private static bool Meets(Box one, Box other) => one.Left <= other.Right && other.Left <= one.Right
        && one.Top <= other.Top + other.Height && other.Top <= one.Top + one.Height;
}
