using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class NamesTests
{
    private const string Prompt = "description: Greets\nmodel: amazon.nova-lite-v1:0\ntext: Hello\n";

    /// <summary>No sample on disk shows PRM462: macOS and Windows could not check it out.</summary>
    [Fact]
    public void Two_names_that_differ_by_case_alone_are_an_error()
    {
        var tree = new MemoryTree(("prompts/Greet.yaml", Prompt), ("prompts/greet.yaml", Prompt));

        var found = Project.Read(tree).Diagnostics.Where(diagnostic => diagnostic.Code == "PRM462");

        found.Should().ContainSingle().Which.At.File.Should().Be("prompts/greet.yaml");
    }
}
