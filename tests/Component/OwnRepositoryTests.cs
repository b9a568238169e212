using System.Collections.Immutable;
using FluentAssertions;
using Infra.Planning;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Component;

/// <summary>The program of a repository that <c>prompts new</c> wrote: <c>PromptStack</c> in a project of another name.
/// </summary>
[Collection(nameof(StackRun))]
public sealed class OwnRepositoryTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task It_registers_what_the_console_plans(string stack)
    {
        using var folder = new TemporaryFolder();
        await PromptsConsole.Run(folder.Path, "new", "acme");
        var plan = ProjectChecks.Plan(Project.Read(new WorkingTree(folder.File("acme"))), stack, day: null).Value!;

        var program = await StackRun.Run(folder.File("acme"), stack, ImmutableDictionary<string, Value>.Empty);

        plan.Resources.Should().NotBeEmpty();
        program.Inputs.Keys.Where(key => !key.Type.StartsWith("bedrock-prompts:")).Should().BeEquivalentTo(
            plan.Resources.Select(resource => (PulumiResource.Of(resource).Token, resource.Name)));
    }
}
