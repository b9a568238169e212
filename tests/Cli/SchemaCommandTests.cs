using FluentAssertions;
using Infra.Targets;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class SchemaCommandTests
{
    [Fact]
    public async Task The_schema_is_the_output_and_nothing_else_is_said()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "schema");

        run.Should().Be(new ConsoleRun(0, DefinitionSchema.OfDefinitions(), ""));
    }
}
