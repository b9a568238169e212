using FluentAssertions;
using Infra.Definitions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Definitions.Format;

public sealed class DoubtfulKeysTests
{
    [Theory]
    [InlineData("txt: hello\n", "(1,1): error PRM008: 'txt' is not a key of a prompt. Did you mean 'text'?")]
    [InlineData("text: [hello]\n",
        "(1,7): error PRM009: 'text' should be a text or a mapping with file; found a list.")]
    [InlineData("variants: [{ text: hello }]\n",
        "(1,1): error PRM008: 'variants' is not a key of a prompt. Bedrock accepts one variant")]
    [InlineData("messages: [{ usr: hello }]\n",
        "(1,14): error PRM008: 'usr' is not a key of a message. Did you mean 'user'?")]
    [InlineData("text: &x hello\n", "(1,7): error PRM006: '&x' is a YAML anchor or alias")]
    [InlineData("text: *x\n", "(1,7): error PRM006: '*x' is a YAML anchor or alias")]
    public void A_key_that_is_wrong_is_one_problem(string yaml, string problem) =>
        Catalog.Read(new MemoryTree(("prompts/sample.yaml", yaml))).Diagnostics
            .Should().ContainSingle().Which.ToString().Should().StartWith($"prompts/sample.yaml{problem}");
}
