using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Exchange.Imports;

/// <summary>Templates as people and tools write them declare, once imported, what they declare when CloudFormation gets
/// the plan back and it is imported again.</summary>
public sealed class TemplateRoundTripTests : IDisposable
{
    private readonly TemporaryFolder _project = new();

    public static TheoryData<string, string?> Templates() => new()
    {
        { "chat.yaml", null },
        { "mapped.yaml", "prompts/letters.yaml: letter-writer" },
        { "parameters.yaml", "prompts/greeter.yaml: greeting" },
        { "snapshot.json", "prompts/ticket-triage.yaml: ticket-topic" },
        { "substitutions.yaml", "prompts/mail-router.yaml: mail-sorter" },
        { "synthesized.json", "prompts/mail-router.yaml: mail-sorter" },
        { "texts.json", null },
        { "tutorial.yaml", null },
    };

    public void Dispose() => _project.Dispose();

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_plans_to_the_same_after_the_way_through_CloudFormation(string template, string? bound)
    {
        var first = await Planned("a", Repository.Path("tests", "Samples", "templates", template));
        _project.Write("back.json", (await Run("a", "plan", "dev", "--format", "cloudformation")).Output);
        var second = await Planned("b", _project.File("back.json"));

        second.Should().Be(first);
        if (bound?.Split(": ") is [var flow, var prompt])
        {
            _project.Read($"a/{flow}").Should().Contain($"prompt: {prompt}\n");
        }
    }

    private async Task<string> Planned(string folder, string template)
    {
        _project.Write($"{folder}/Pulumi.yaml", "name: p\nruntime: dotnet\n").Write($"{folder}/Pulumi.dev.yaml", """
            config:
              aws:region: us-east-1
              bedrock-prompts:default: draft
              bedrock-prompts:namePrefix: ""
              bedrock-prompts:values: { partition: aws, region: us-east-1, account: "123456789012" }

            """);
        var import = await Run(folder, "import", template);
        import.Exit.Should().Be(ExitCode.Success, import.Error);
        var plan = await Run(folder, "plan", "dev", "--format", "json");
        plan.Exit.Should().Be(ExitCode.Success, plan.Error);
        return plan.Output;
    }

    private Task<ConsoleRun> Run(string folder, params string[] args) =>
        PromptsConsole.Run(Path.Combine(_project.Path, folder), args);
}
