using System.Collections.Immutable;
using BedrockPrompts;
using FluentAssertions;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Component;

/// <summary>The program does nothing twice; counted, since a clock would tell of the machine.</summary>
[Collection(nameof(StackRun))]
public sealed class OnceTests
{
    /// <summary>Two of its files have warnings, and a file with a warning is asked what it allows.</summary>
    private static readonly string Everything = Repository.Path("tests", "Samples", "everything");

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task One_run_reads_each_file_once_and_plans_once(string stack)
    {
        var (files, plans) = (new CountingTree(Everything), 0);
        var run = new StackRun(isPreview: false, ImmutableDictionary<string, Value>.Empty)
        {
            Plan = () =>
            {
                plans++;
                return CatalogPlan.Read(files);
            },
        };

        await run.Run(Everything, stack);

        plans.Should().Be(1);
        files.Reads.Keys.Should().BeEquivalentTo(files.Paths);
        files.Reads.Should().OnlyContain(file => file.Value == 1);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task One_run_registers_each_resource_once_and_asks_for_the_place_once(string stack)
    {
        var run = new StackRun(isPreview: false, ImmutableDictionary<string, Value>.Empty);

        await run.Run(Everything, stack);

        // Both dictionaries refuse to take a resource twice.
        run.Inputs.Keys.Should().NotBeEmpty().And.BeEquivalentTo(run.Options.Keys);
        run.Calls.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
    }
}
