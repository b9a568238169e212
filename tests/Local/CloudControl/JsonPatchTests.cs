using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Local.CloudControl;
using Xunit;

namespace Infra.Tests.Local.CloudControl;

public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("""[{"op": "add", "path": "/list/99999999999", "value": 1}]""")]
    [InlineData("""[{"op": "remove", "path": "/list/-1"}]""")]
    [InlineData("""[{"op": "replace", "path": "/list/99999999999/x", "value": 1}]""")]
    [InlineData("""[{"op": "copy", "from": "/list/7", "path": "/list/0"}]""")]
    [InlineData("""[{"op": "add", "path": "list", "value": 1}]""")]
    [InlineData("""[{"path": "/list"}]""")]
    [InlineData("""[null]""")]
    [InlineData("""{}""")]
    [InlineData("""[""")]
    public void A_patch_that_cannot_be_applied_is_told_so(string patch)
    {
        var document = JsonNode.Parse("""{"list": [1, 2]}""")!.AsObject();

        var (patched, wrong) = JsonPatch.Apply(document, patch);

        patched.Should().BeNull();
        wrong.Should().StartWith("Invalid patch document: ");
    }
}
