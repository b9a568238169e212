using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.New;

/// <summary>Every file that <c>prompts new</c> writes is one of this repository's, unchanged or changed by a rule, so
/// none can drift.</summary>
public sealed class RepositoryRulesTests
{
    private static readonly string[] Workflows = ["preview.yml", "deploy.yml", "deploy-stack.yml"];
    private static readonly string[] Stacks = ["Pulumi.dev.yaml", "Pulumi.prod.yaml"];

    [Fact]
    public void Workflows_are_ours_with_the_packed_console() => Record(Workflows, RepositoryRules.Workflow);

    [Fact]
    public void Stacks_are_ours_without_what_other_definitions_need() => Record(Stacks, RepositoryRules.Stack);

    [Fact]
    public void The_program_is_ours_with_the_package() => Record(["Stack.csproj"], _ => RepositoryRules.Program());

    [Fact]
    public void Workflows_need_nothing_that_the_repository_does_not_have() => Workflows
        .Select(name => File.ReadAllText(Made(name)))
        .Should().OnlyContain(text => !text.Contains(".ci/") && !text.Contains("infra/Cli")
            && !text.Contains("uses: ./") && !text.Contains("global.json"));

    private static void Record(IEnumerable<string> names, Func<string, string> rule)
    {
        foreach (var name in names)
        {
            Recorded.EqualAt(Made(name), rule(name));
        }
    }

    private static string Made(string name) => Repository.Path("infra", "Cli", "New", name);
}
