using Infra.Cli.Aws;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Cli.Aws;

public sealed class DeployedTests
{
    private const string Prompt = "arn:aws:bedrock:eu-central-1:111122223333:prompt/ABCDEFGHIJ";
    private const string Flow = "arn:aws:bedrock:eu-central-1:111122223333:flow/FLOW567890/alias/";

    private static readonly string AnyPrompt = Data("get-prompt.json");
    private static readonly string AnyFlow = Data("get-flow-version.json");

    [Fact]
    public async Task Nothing_that_the_API_says_about_a_variant_gets_lost()
    {
        await using var server = await Loopback.Giving(Answers.Json(AnyPrompt));
        using var aws = new AwsClients(server.Connection);

        var deployed = await Deployed.Prompt(aws, $"{Prompt}:3", default);

        Assert.Equal(CanonicalJson.Indented(Member(AnyPrompt, "variants")), CanonicalJson.Indented(deployed.Content));
    }

    [Fact]
    public async Task Nothing_that_the_API_says_about_a_flow_gets_lost()
    {
        await using var server = await Loopback.Giving(Routing("7"), Answers.Json(AnyFlow));
        using var aws = new AwsClients(server.Connection);

        var deployed = await Deployed.Flow(aws, $"{Flow}ALIAS67890", default);

        Assert.Equal("7", deployed.Version);
        Assert.Equal(CanonicalJson.Indented(Member(AnyFlow, "definition")), CanonicalJson.Indented(deployed.Content));
    }

    [Theory]
    [InlineData(":3", "/?promptVersion=3")]
    [InlineData("", "/")]
    public async Task A_prompt_is_asked_for_by_its_ARN_and_version(string version, string end)
    {
        await using var server = await Loopback.Giving(Answers.Json(AnyPrompt));
        using var aws = new AwsClients(server.Connection);

        await Deployed.Prompt(aws, Prompt + version, default);

        Assert.Equal(
            $"GET /prompts/arn%3Aaws%3Abedrock%3Aeu-central-1%3A111122223333%3Aprompt%2FABCDEFGHIJ{end}",
            $"{server.Only.Method} {server.Only.Target}");
        Assert.Equal("", server.Only.Body);
    }

    [Fact]
    public async Task A_flow_is_read_in_the_version_that_its_alias_routes_to()
    {
        await using var server = await Loopback.Giving(Routing("7"), Answers.Json(AnyFlow));
        using var aws = new AwsClients(server.Connection);

        await Deployed.Flow(aws, $"{Flow}ALIAS67890", default);

        Assert.Equal(
            ["/flows/FLOW567890/aliases/ALIAS67890", "/flows/FLOW567890/versions/7/"],
            server.All.Select(call => call.Target));
    }

    [Fact]
    public async Task The_alias_that_every_flow_has_leads_to_its_draft()
    {
        await using var server = await Loopback.Giving(Answers.Json(AnyFlow));
        using var aws = new AwsClients(server.Connection);

        var deployed = await Deployed.Flow(aws, $"{Flow}TSTALIASID", default);

        Assert.Equal("DRAFT", deployed.Version);
        Assert.Equal("/flows/FLOW567890/", server.Only.Target);
    }

    [Fact]
    public async Task Numbers_come_back_as_they_were_sent_although_AWS_keeps_single_precision()
    {
        await using var server = await Loopback.Giving(Answers.Json(
            """{"variants":[{"inferenceConfiguration":{"text":{"temperature":0.9990000128746033,"topP":1.0}}}]}"""));
        using var aws = new AwsClients(server.Connection);

        var deployed = await Deployed.Prompt(aws, Prompt, default);

        Assert.Equal(
            """[{"inferenceConfiguration":{"text":{"temperature":0.999,"topP":1}}}]""",
            CanonicalJson.Compact(deployed.Content));
    }

    private static Given Routing(string version) => Answers.Json(
        $$"""{"arn":"a","id":"ALIAS67890","name":"live","routingConfiguration":[{"flowVersion":"{{version}}"}]}""");

    private static string Data(string file) => File.ReadAllText(Repository.Path("tests", "Data", "BedrockAgent", file));

    private static Value Member(string json, string name) => ((Value.Map)JsonValue.Parse(json))[name]!;
}
