using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockAgentRuntime.Model;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.Documents;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace BedrockPrompts.Client;

// Calls the prompts and flows that a stack deploys, by name; threads may share it. Copy this file; it needs
// AWSSDK.SimpleSystemsManagement, AWSSDK.BedrockRuntime and AWSSDK.BedrockAgentRuntime, version 4.
//   var prompts = new Prompts("/bedrock-prompts/prod", new(), new(), new());     // the stack's parameterPath
//   var answer = await prompts["greeting-email"].Converse(new() { ["customer_name"] = "María" });
//   Console.WriteLine($"{answer.Text} {answer.Usage?.TotalTokens}");
//   answer.Succeeded(true);                                                      // the metric Success of this release
internal sealed record Prompts(string Path, AmazonSimpleSystemsManagementClient Parameters,
    AmazonBedrockRuntimeClient Runtime, AmazonBedrockAgentRuntimeClient Flows)
{
    private readonly ConcurrentDictionary<string, Known> all = new();
    public string Stack { get; init; } = Path[(Path.LastIndexOf('/') + 1)..];
    public TextWriter Metrics { get; init; } = Console.Out;
    public TimeProvider Clock { get; init; } = TimeProvider.System;
    // With a key that all processes share, a keyed hash shows which calls in an experiment belong to the same unit.
    public byte[]? UnitKey { get; init; }
    public Prompt this[string name] => new(this, name, Unit: null);

    // The live ARN and the experiment, cached for a minute; old ones are better than none.
    internal async Task<Known> LookUp(string name, CancellationToken cancel)
    {
        var (old, until) = (all.GetValueOrDefault(name), Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        if (Clock.GetUtcNow() < old?.Until)
            return old;
        // During a look-up, and after a failed one, other calls use the cached values.
        if (old is not null)
            all[name] = old with { Until = until };
        var (live, experiment) = ($"{Path}/{name}/live", $"{Path}/{name}/experiment");
        try
        {
            var found = (await Parameters.GetParametersAsync(new() { Names = [live, experiment] }, cancel)).Parameters;
            string? Value(string parameter) => found?.Find(one => one.Name == parameter)?.Value;
            var (arn, json) = (Value(live) ?? throw new ParameterNotFoundException(live), Value(experiment) ?? "null");
            return all[name] = new(arn, JsonSerializer.Deserialize<Running>(json, JsonSerializerOptions.Web), until);
        }
        catch (Exception failed) when (old is not null && failed is not ParameterNotFoundException)
        {
            return old;
        }
    }
}
internal sealed record Known(string Arn, Running? Running, DateTimeOffset Until);
internal sealed record Running(int V, string Experiment, string Hash, string Seed, Arm[] Arms, Arm Otherwise);
internal sealed record Arm(string? Key, int Release, string Arn, double[] Range);

// A prompt or flow by name. A unit (a user, an account ...) may get an arm of an experiment.
internal sealed record Prompt(Prompts Prompts, string Name, string? Unit)
{
    public Prompt ForUnit(string? unit) => this with { Unit = unit };

    public async Task<Answer> Converse(Dictionary<string, string> variables, CancellationToken cancel = default)
    {
        var answer = await Choose(cancel);
        var (arn, values) = (answer.Arn, Values(variables));
        ConverseRequest call = new() { ModelId = arn, PromptVariables = values, RequestMetadata = answer.Tags };
        var response = await Prompts.Runtime.ConverseAsync(call, cancel);
        answer.Text = string.Concat(response.Output!.Message!.Content!.Select(block => block.Text));
        answer.Usage = response.Usage;
        return answer;
    }

    // Enumerating the answer's pieces yields its text as it arrives; after that, text and usage are complete.
    public async Task<Answer> Stream(Dictionary<string, string> variables, CancellationToken cancel = default)
    {
        var answer = await Choose(cancel);
        var (arn, values) = (answer.Arn, Values(variables));
        ConverseStreamRequest call = new() { ModelId = arn, PromptVariables = values, RequestMetadata = answer.Tags };
        return answer with { Events = (await Prompts.Runtime.ConverseStreamAsync(call, cancel)).Stream };
    }

    // Calls the flow; node is its Input. The answer's outputs are the documents of its Output nodes, by name.
    public async Task<Answer> Invoke(Document document, string node, CancellationToken cancel = default)
    {
        var answer = await Choose(cancel);
        var (flow, alias) = (answer.Arn.Split('/')[1], answer.Arn.Split('/')[3]);
        FlowInputContent given = new() { Document = document };
        List<FlowInput> inputs = [new() { NodeName = node, NodeOutputName = "document", Content = given }];
        InvokeFlowRequest call = new() { FlowIdentifier = flow, FlowAliasIdentifier = alias, Inputs = inputs };
        using var events = (await Prompts.Flows.InvokeFlowAsync(call, cancel)).ResponseStream;
        await foreach (var next in events!.WithCancellation(cancel))
            if (next is FlowOutputEvent left)
                answer.Outputs[left.NodeName!] = left.Content!.Document;
        return answer;
    }

    // What to call now, with its tags; the release is the version's number on AWS unless an experiment names it.
    internal async Task<Answer> Choose(CancellationToken cancel = default)
    {
        var (arn, test, _) = await Prompts.LookUp(Name, cancel);
        var version = arn.Split("/alias/") is [_, var alias] ? alias
            : arn.Split(':') is [_, _, _, _, _, _, var number] ? $"v{number}" : "DRAFT";
        if (Unit is null || test is not { V: 1, Hash: "gb2-utf8" })
            return new(Prompts, arn, new() { ["prompt"] = Name, ["release"] = version });
        var dealt = Bucket(test.Seed, Unit);
        var arm = Array.Find(test.Arms, arm => arm.Range[0] <= dealt && dealt < arm.Range[1]) ?? test.Otherwise;
        var answer = new Answer(Prompts, arm.Arn, new() { ["prompt"] = Name, ["release"] = $"{arm.Release}" });
        if (arm.Key is { } key)
            (answer.Tags["experiment"], answer.Tags["arm"]) = (test.Experiment, key);
        if (arm.Key is not null && Prompts.UnitKey is { } shared)
            answer.Tags["unit"] = Convert.ToHexStringLower(HMACSHA256.HashData(shared, Utf8(Unit)).AsSpan(0, 16));
        return answer;
    }

    // From 0 to 0.9999: GrowthBook's hash version 2, over UTF-8 bytes.
    internal static double Bucket(string seed, string unit) => Fnv1a($"{Fnv1a(seed + unit)}") % 10_000 / 10_000.0;
    private static uint Fnv1a(string text) =>
        Utf8(text).Aggregate(2_166_136_261, (code, next) => unchecked((code ^ next) * 16_777_619));
    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
    private static Dictionary<string, PromptVariableValues> Values(Dictionary<string, string> variables) =>
        variables.ToDictionary(named => named.Key, named => new PromptVariableValues { Text = named.Value });
}

internal sealed record Answer(Prompts Prompts, string Arn, Dictionary<string, string> Tags)
{
    public string Text { get; set; } = "";
    public TokenUsage? Usage { get; set; }
    public Dictionary<string, Document> Outputs { get; } = [];
    internal ConverseStreamOutput? Events { get; init; }

    public async IAsyncEnumerable<string> Pieces()
    {
        await foreach (var next in Events!)
        {
            var piece = (next as ContentBlockDeltaEvent)?.Delta?.Text;
            (Text, Usage) = (Text + piece, (next as ConverseStreamMetadataEvent)?.Usage ?? Usage);
            if (piece is not null)
                yield return piece;
        }
    }

    // Reports whether the answer was good: one line in CloudWatch's embedded metric format.
    public void Succeeded(bool success)
    {
        string[][] dimensions = [["Stack", "Name", "Release"]];
        object[] metrics = [new { Name = "Success" }];
        object[] shown = [new { Namespace = "BedrockPrompts", Dimensions = dimensions, Metrics = metrics }];
        var aws = new { Timestamp = Prompts.Clock.GetUtcNow().ToUnixTimeMilliseconds(), CloudWatchMetrics = shown };
        var (stack, number) = (Prompts.Stack, success ? 1 : 0);
        var line = new Dictionary<string, object> { ["_aws"] = aws, ["Stack"] = stack, ["Success"] = number };
        foreach (var (tag, value) in Tags)
            line[tag is "prompt" ? "Name" : tag is "release" ? "Release" : tag] = value;
        Prompts.Metrics.WriteLine(JsonSerializer.Serialize(line));
    }
}
