using FluentAssertions;
using Infra.Definitions;
using Infra.Releases;
using Infra.Values;

namespace Infra.Tests.Support;

/// <summary>Flows as rendered, their prompts by name.</summary>
internal static class SampleFlow
{
    /// <summary>The flow that has a node of every type.</summary>
    public static Value.Map EveryNode =>
        Render(File.ReadAllText(Repository.Path("tests", "Samples", "flows", "rendered", "every-node.yaml")));

    /// <summary>A flow of these nodes.</summary>
    public static Value.Map OfNodes(string nodes) => Render($"kind: flow\nnodes:\n{nodes.ReplaceLineEndings("\n")}\n");

    private static Value.Map Render(string yaml)
    {
        var (catalog, diagnostics) = Catalog.Read(new MemoryTree(("prompts/sample.yaml", yaml)));
        diagnostics.Should().BeEmpty();
        return (Value.Map)ReleasedContent.Of(catalog!.Definitions["sample"]);
    }
}
