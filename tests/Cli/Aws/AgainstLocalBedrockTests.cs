using System.Text.Json.Nodes;
using Infra.Cli.Aws;
using Infra.Tests.Local;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Cli.Aws;

/// <summary>The client and the local Bedrock share nothing but what AWS documents.</summary>
public sealed class AgainstLocalBedrockTests : IAsyncLifetime, IDisposable
{
    private const string Variants = """
        [
          {
            "name": "default",
            "modelId": "amazon.nova-lite-v1:0",
            "templateType": "TEXT",
            "templateConfiguration": {
              "text": { "text": "\nHello {{name}} — ${x} \\n\n---\n", "inputVariables": [{ "name": "name" }] }
            },
            "inferenceConfiguration": { "text": { "temperature": 0.7, "maxTokens": 500 } },
            "additionalModelRequestFields": { "top_k": 250 }
          }
        ]
        """;

    private LocalBedrock bedrock = null!;
    private AwsClients aws = null!;

    public async Task InitializeAsync()
    {
        bedrock = await LocalBedrock.StartAsync(new() { TakesAnyModel = true });
        aws = new AwsClients(AwsConnection.ToLocal(bedrock.Url, "us-east-1"));
    }

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task A_version_is_called_through_the_parameter_that_names_it()
    {
        var arn = await Version();
        await Parameter("/p/greeting/live", arn);

        var aliases = await AliasParameters.Read(aws, "/p", ["greeting", "lost"], default);
        var variables = new Dictionary<string, string> { ["name"] = "María" };
        var answer = await PromptCall.Converse(aws, aliases["greeting"], variables, default);

        Assert.Equal("greeting", Assert.Single(aliases).Key);
        Assert.Contains("\nHello María — ${x} \\n\n---\n", answer.Text, StringComparison.Ordinal);
        Assert.Equal("end_turn", answer.StopReason);
        Assert.True(answer.Tokens is { Input: > 0, Output: > 0 });
        Assert.NotEmpty(answer.RequestId);
    }

    [Fact]
    public async Task What_was_deployed_is_read_back()
    {
        var deployed = await Deployed.Prompt(aws, await Version(), default);

        Assert.Equal("1", deployed.Version);
        Assert.Equal(
            CanonicalJson.Compact(Infra.Values.JsonValue.Parse(Variants)), CanonicalJson.Compact(deployed.Content));
    }

    [Fact]
    public async Task A_missing_variable_and_a_missing_prompt_are_told_apart()
    {
        var arn = await Version();

        Assert.IsType<AwsFailure.Refused>(await Failed(arn));
        Assert.IsType<AwsFailure.NotFound>(await Failed(arn.Replace(":1", ":2", StringComparison.Ordinal)));
    }

    private async Task<AwsFailure> Failed(string arn)
    {
        var outcome = await AwsCall.Try(
            stop => PromptCall.Converse(aws, arn, new Dictionary<string, string>(), stop),
            TimeSpan.FromMinutes(1),
            default);
        return outcome is AwsOutcome<PromptAnswer>.Failed failed
            ? failed.Failure
            : throw new InvalidOperationException($"{arn} answered.");
    }

    private async Task<string> Version()
    {
        var body = new JsonObject { ["name"] = "greeting", ["variants"] = JsonNode.Parse(Variants) };
        var prompt = await bedrock.PostAsync("/prompts/", body);
        return (await bedrock.PostAsync($"/prompts/{prompt["id"]}/versions", new JsonObject()))["arn"];
    }

    private async Task Parameter(string name, string value) => await bedrock.TargetAsync(
        "AmazonSSM.PutParameter", new JsonObject { ["Name"] = name, ["Value"] = value, ["Type"] = "String" });
}
