using System.Text.Json.Nodes;
using Infra.Tests.Local;
using Infra.Tests.Local.Flows;
using Infra.Tests.Support;

namespace Infra.Tests.Clients;

/// <summary>A local Bedrock with what clients look up: a prompt, a flow, and the shared vectors.</summary>
internal sealed class ClientStack : IAsyncDisposable
{
    private const string Path = "/bedrock-prompts/test";

    private readonly LocalBedrock bedrock;

    private ClientStack(LocalBedrock bedrock) => this.bedrock = bedrock;

    /// <summary>The ARN of the second version of the prompt <c>greeting</c>; the first is live.</summary>
    public string Second { get; private set; } = "";

    /// <summary>Where and as whom every AWS SDK calls.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = bedrock.Url.AbsoluteUri.TrimEnd('/'),
        ["AWS_REGION"] = "us-east-1",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "local",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["PYTHONDONTWRITEBYTECODE"] = "1",
    };

    public static async Task<ClientStack> StartAsync()
    {
        var stack = new ClientStack(await LocalBedrock.StartAsync());
        var prompt = (await stack.bedrock.PostAsync("/prompts/", Greeting()))["id"];
        var first = (await stack.bedrock.PostAsync($"/prompts/{prompt}/versions", new JsonObject()))["arn"];
        stack.Second = (await stack.bedrock.PostAsync($"/prompts/{prompt}/versions", new JsonObject()))["arn"];
        await stack.PutAsync($"{Path}/greeting/live", first);
        await stack.PutAsync($"{Path}/echo/live", await stack.FlowAsync());
        var vectors = JsonNode.Parse(
            await File.ReadAllTextAsync(Repository.Path("infra", "Clients", "vectors.json")))!;
        foreach (var deal in vectors["deals"]!.AsArray())
        {
            var name = $"{vectors["path"]}/{deal!["name"]}";
            await stack.PutAsync($"{name}/live", deal["live"]!.GetValue<string>());
            if (deal["experiment"] is { } experiment)
            {
                await stack.PutAsync($"{name}/experiment", experiment.ToJsonString());
            }
        }

        return stack;
    }

    /// <summary>Makes another version live.</summary>
    public Task MoveAsync(string name, string arn) => PutAsync($"{Path}/{name}/live", arn);

    public ValueTask DisposeAsync() => bedrock.DisposeAsync();

    private async Task<string> FlowAsync()
    {
        var flow = (await bedrock.PostAsync("/flows/", FlowBodies.Echo("echo")))["id"];
        await bedrock.PostAsync($"/flows/{flow}/", new JsonObject());
        await bedrock.PostAsync($"/flows/{flow}/versions", new JsonObject());
        var alias = new JsonObject
        {
            ["name"] = "live",
            ["routingConfiguration"] = new JsonArray(new JsonObject { ["flowVersion"] = "1" }),
        };
        return (await bedrock.PostAsync($"/flows/{flow}/aliases", alias))["arn"];
    }

    private Task PutAsync(string name, string value) => bedrock.TargetAsync("AmazonSSM.PutParameter", new JsonObject
    {
        ["Name"] = name,
        ["Value"] = value,
        ["Type"] = "String",
        ["Overwrite"] = true,
    });

    private static JsonObject Greeting() => new()
    {
        ["name"] = "greeting",
        ["defaultVariant"] = "default",
        ["variants"] = new JsonArray(new JsonObject
        {
            ["name"] = "default",
            ["modelId"] = "amazon.nova-lite-v1:0",
            ["templateType"] = "TEXT",
            ["templateConfiguration"] = new JsonObject
            {
                ["text"] = new JsonObject
                {
                    ["text"] = "Hello {{name}}, how are you today?",
                    ["inputVariables"] = new JsonArray(new JsonObject { ["name"] = "name" }),
                },
            },
        }),
    };
}
