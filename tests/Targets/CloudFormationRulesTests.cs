using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Targets;

public sealed class CloudFormationRulesTests : IDisposable
{
    private readonly TemporaryFolder _project = new TemporaryFolder()
        .Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
        .Write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n");

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("'{{resolve:ssm:/x}}'", "{ type: object }", "{{resolve:")]
    [InlineData("Looks up", "{ type: object, properties: { Ref: { type: string } } }", "'Ref'")]
    [InlineData("Looks up", "{ type: object, 'Fn::Sub': 1 }", "'Fn::Sub'")]
    public async Task What_cloud_formation_would_evaluate_is_refused(string description, string schema, string says)
    {
        _project.Write("prompts/look-up.yaml", $$"""
            description: {{description}}
            model: amazon.nova-lite-v1:0
            messages: [{ user: Hello }]
            tools: [{ name: look_up, description: Looks it up, inputSchema: {{schema}} }]
            """);

        var run = await PromptsConsole.Run(_project.Path, "plan", "dev", "--format", "cloudformation");
        var other = await PromptsConsole.Run(_project.Path, "plan", "dev");

        run.Exit.Should().Be(ExitCode.Failure, run.Error);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("CloudFormation would evaluate").And.Contain(says);
        other.Exit.Should().Be(ExitCode.Success, other.Error);
    }

    /// <summary>cfn-lint reports a dependency that a reference states already (W3005).</summary>
    [Fact]
    public async Task What_a_resource_refers_to_it_does_not_wait_for_a_second_time()
    {
        var everything = Repository.Path("tests", "Samples", "everything");

        var run = await PromptsConsole.Run(everything, "plan", "prod", "--format", "cloudformation");

        var resources = JsonNode.Parse(run.Output)!["Resources"]!.AsObject();
        resources.Should().Contain(resource => resource.Value!["DependsOn"] != null);
        foreach (var (name, resource) in resources)
        {
            var text = resource!["Properties"]!.ToJsonString();
            (resource["DependsOn"]?.AsArray() ?? []).Select(waits => waits!.GetValue<string>())
                .Should().NotContain(
                    waits => text.Contains($"[\"{waits}\",", StringComparison.Ordinal)
                        || text.Contains($"${{{waits}.", StringComparison.Ordinal), name);
        }
    }
}
