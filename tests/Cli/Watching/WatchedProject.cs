using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Infra.Cli;
using Infra.Cli.Doctor;
using Infra.Tests.Cli.Local;
using Infra.Tests.Support;

namespace Infra.Tests.Cli.Watching;

/// <summary>A deployed stack that watches one prompt, served by a local Bedrock with the faults that a test asks
/// for.</summary>
internal sealed class WatchedProject : IAsyncDisposable
{
    public const string Model = "amazon.nova-lite-v1:0";

    private readonly HttpClient _http = new();
    private ServedProject _project = new();

    /// <summary>Deploys, and serves with these faults.</summary>
    public async Task<WatchedProject> Serve(string? faults, string watch)
    {
        _project.Files.Write("Pulumi.dev.yaml", $"""
            config:
              aws:region: us-east-1
              bedrock-prompts:default: draft
              bedrock-prompts:measure: true
              bedrock-prompts:watch: {watch}

            """);
        var up = await _project.Run("up", "dev", "--local");
        if (up.Exit is not ExitCode.Success)
        {
            throw new InvalidOperationException(up.Error);
        }

        await _project.Serve(faults is null ? [] : ["--fault", faults]);
        _http.BaseAddress = _project.Url;
        return this;
    }

    /// <summary>Runs a command, which does not wait between its requests.</summary>
    public async Task<ConsoleRun> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new Host(output, error, _project.Files.Path)
        {
            AsOf = new(2026, 11, 27),
            Clock = new ImpatientClock(),
        };
        return new(await CommandLine.Run(args, host), output.ToString(), error.ToString());
    }

    /// <summary>Runs a command that has keys and finds the local Bedrock at the address of AWS.</summary>
    public async Task<ConsoleRun> RunOnAws(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new Host(output, error, _project.Files.Path)
        {
            AsOf = new(2026, 11, 27),
            Variable = name => name is "AWS_ENDPOINT_URL_CLOUDWATCH" ? $"{_project.Url}" : null,
            World = () => Surroundings.Nothing() with { Keys = _ => new BasicAWSCredentials("any", "any") },
        };
        return new(await CommandLine.Run(args, host), output.ToString(), error.ToString());
    }

    /// <summary>Calls the prompt as applications do, or its model directly.</summary>
    public async Task Call(int times, bool isPastThePrompt = false)
    {
        var model = isPastThePrompt ? Model : await Live();
        JsonObject body = isPastThePrompt
            ? JsonNode.Parse("""{ "messages": [{ "role": "user", "content": [{ "text": "Hi" }] }] }""")!.AsObject()
            : JsonNode.Parse("""
                { "promptVariables": { "customer": { "text": "Ada" }, "language": { "text": "English" } } }
                """)!.AsObject();
        for (var time = 0; time < times; time++)
        {
            using var answer = await _http.PostAsJsonAsync($"/model/{Uri.EscapeDataString(model)}/converse", body);
        }
    }

    /// <summary>Reports how many answers of the draft were good and bad.</summary>
    public Task Report(int good, int bad) => Ask(
        "GraniteServiceVersion20100801.PutMetricData",
        JsonNode.Parse($$"""
            { "Namespace": "BedrockPrompts", "MetricData": [{
              "MetricName": "Success", "Values": [1, 0], "Counts": [{{good}}, {{bad}}], "Dimensions": [
                { "Name": "Stack", "Value": "dev" }, { "Name": "Name", "Value": "greeting" },
                { "Name": "Release", "Value": "DRAFT" }] }] }
            """)!.AsObject());

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _project.DisposeAsync();
    }

    private async Task<string> Live() => (await Ask("AmazonSSM.GetParameter", new()
    {
        ["Name"] = "/bedrock-prompts/dev/greeting/live",
    }))["Parameter"]!["Value"]!.GetValue<string>();

    private async Task<JsonNode> Ask(string target, JsonObject body)
    {
        for (var left = 50; ; left--)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/");
            request.Headers.Add("X-Amz-Target", target);
            request.Content = new StringContent(body.ToJsonString());
            using var answer = await _http.SendAsync(request);
            if (answer.IsSuccessStatusCode || left is 0)
            {
                return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            }
        }
    }
}
