using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Cli.Local;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Adopting;

/// <summary>What somebody created by hand becomes part of the stack, and none of it is created again.</summary>
public sealed class AdoptTests : IAsyncLifetime, IDisposable
{
    private const string Account = "arn:aws:bedrock:us-east-1:123456789012";
    private const string Policy = "arn:aws:iam::123456789012:policy/bedrock-prompts/prod/bedrock-prompts-prod-";

    private readonly ServedProject _project = new();
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _project.Files.Write("Pulumi.prod.yaml", """
            config:
              aws:region: us-east-1
              bedrock-prompts:live: { greeting: 1, order: 1 }

            """);
        foreach (var name in new[] { "greeting", "order" })
        {
            (await _project.Run("release", name)).Error.Should().NotContain("PRM");
        }

        await _project.Serve();
        _http = new() { BaseAddress = _project.Url };
    }

    public async Task DisposeAsync() => await _project.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task What_was_made_by_hand_is_named_with_the_ids_of_its_providers_and_not_made_anew()
    {
        var prompt = await Prompt("prod-greeting");
        var version = await Post($"prompts/{Id(prompt)}/versions", new() { ["description"] = "by hand" });
        var flow = await Post("flows/", await Exported("order", "prod-order", version));
        (await _http.PostAsync(new Uri($"flows/{Id(flow)}/", UriKind.Relative), null)).EnsureSuccessStatusCode();
        await Post($"flows/{Id(flow)}/versions", []);
        var alias = await Post($"flows/{Id(flow)}/aliases", JsonNode.Parse(
            """{"name": "live", "routingConfiguration": [{"flowVersion": "1"}]}""")!.AsObject());
        await Parameter("/bedrock-prompts/prod/greeting/live", version);
        await Parameter("/bedrock-prompts/prod/order/live", alias);

        var file = await Adopted();
        var up = await _project.Run("up", "prod", "--local", "--import-file", "adopt.json");

        Named(file).Should().Equal(
            $"greeting aws-native:bedrock:Prompt {prompt}",
            $"greeting-r1 aws-native:bedrock:PromptVersion {version}",
            "greeting-live aws:ssm/parameter:Parameter /bedrock-prompts/prod/greeting/live",
            $"order aws-native:bedrock:Flow {flow}",
            $"order-v aws-native:bedrock:FlowVersion {flow}|1",
            $"order-alias aws-native:bedrock:FlowAlias {alias}|{flow}",
            "order-live aws:ssm/parameter:Parameter /bedrock-prompts/prod/order/live");
        up.Exit.Should().Be(ExitCode.Success, up.Error);
        Created(up).Should().BeEquivalentTo(
            "greeting-callers", "order-callers", "order-role", Created(up).Single(IsAccess));
        up.Output.Should().Contain($"version 1  {version}").And.Contain(alias);
        (await _project.Run("status", "prod", "--local")).Output.Should().Contain("2 names: equal everywhere.");
    }

    [Fact]
    public async Task What_a_stack_made_and_a_lost_state_forgot_is_named_whole()
    {
        (await _project.Run("up", "prod", "--local")).Exit.Should().Be(ExitCode.Success);
        File.Delete(Path.Combine(_project.Files.Path, ".local", "prod.state.jsonl"));

        var file = await Adopted();
        var up = await _project.Run("up", "prod", "--local", "--import-file", "adopt.json");

        Named(file).Should().Contain($"greeting-callers aws:iam/policy:Policy {Policy}greeting-callers")
            .And.Contain("order-role aws:iam/role:Role bedrock-prompts-prod-order-flow")
            .And.ContainSingle(line => IsAccess(line))
            .Which.Should().MatchRegex(
                @"^order-access-(\w+) aws:iam/rolePolicy:RolePolicy bedrock-prompts-prod-order-flow:access-\1$");
        Created(up).Should().BeEmpty();
        up.Error.Should().Contain("Resources: 11 taken over, ");
    }

    [Fact]
    public async Task Each_resource_stands_below_the_components_that_the_program_registers()
    {
        await Prompt("prod-greeting");

        var resources = (await Adopted())["resources"]!.AsArray();

        resources.Select(entry => $"{entry!["name"]} {entry["type"]} {entry["logicalName"]} {entry["parent"]}").Should()
            .Equal(
                "catalog:prompts bedrock-prompts:index:PromptCatalog prompts ",
                "owner:greeting bedrock-prompts:index:Prompt greeting catalog:prompts",
                "greeting aws-native:bedrock:Prompt  owner:greeting");
        resources.Select(entry => (entry!["component"] is null, entry["id"] is null)).Should()
            .Equal((false, true), (false, true), (true, false));
        $"{resources[2]!["version"]}".Should().MatchRegex(@"^\d+\.\d+\.\d+$");
    }

    [Fact]
    public async Task A_version_of_other_content_is_left_whatever_its_description_says()
    {
        var prompt = await Prompt("prod-greeting", "Something else.");
        await Post($"prompts/{Id(prompt)}/versions", new() { ["description"] = "Release 1" });

        var run = await _project.Run("import", "--adopt", "prod", "--local");

        Named(JsonNode.Parse(run.Output)!).Should().Equal($"greeting aws-native:bedrock:Prompt {prompt}");
        run.Error.Should().Contain($"  version 1 of greeting ({prompt}:1) was cut from content that none")
            .And.Contain("  greeting: the prompt's draft: Variants[0].TemplateConfiguration.Text.Text should be")
            .And.Contain("  greeting-r1 (AWS::Bedrock::PromptVersion)\n");
    }

    [Fact]
    public async Task A_prompt_without_the_prefix_keeps_its_ARN_and_gets_the_name()
    {
        var prompt = await Prompt("greeting");
        await _project.Run("up", "dev", "--local");

        var run = await _project.Run("import", "--adopt", "prod", "--local");
        _project.Files.Write("adopt.json", run.Output);
        var up = await _project.Run("up", "prod", "--local", "--import-file", "adopt.json");

        run.Error.Should().Contain("the prompt's draft: Name should be 'prod-greeting', but is 'greeting'");
        up.Output.Should().Contain($"release 1, version 1  {prompt}:1");
        (await _project.Run("status", "prod", "--local")).Output.Should().Contain("2 names: equal everywhere.");
    }

    [Fact]
    public async Task A_policy_that_could_only_be_replaced_is_left_and_said()
    {
        await Prompt("prod-greeting");
        await Control("AWS::IAM::ManagedPolicy", """
            {"ManagedPolicyName": "bedrock-prompts-prod-greeting-callers", "Path": "/bedrock-prompts/prod/",
             "Description": "by hand", "PolicyDocument": {"Version": "2012-10-17", "Statement": []}}
            """);

        var run = await _project.Run("import", "--adopt", "prod", "--local");

        run.Output.Should().NotContain("iam/policy");
        run.Error.Should().Contain("greeting-callers (AWS::IAM::ManagedPolicy) has another Description, which cannot");
    }

    private async Task<JsonNode> Adopted()
    {
        var run = await _project.Run("import", "--adopt", "prod", "--local");
        run.Exit.Should().Be(ExitCode.Success, run.Error);
        _project.Files.Write("adopt.json", run.Output);
        return JsonNode.Parse(run.Output)!;
    }

    /// <summary>Name, type and id; a version's name without its digest.</summary>
    private static string[] Named(JsonNode file) =>
    [
        .. file["resources"]!.AsArray().Where(entry => entry!["id"] is not null).Select(entry =>
            $"{($"{entry!["name"]}".StartsWith("order-v", StringComparison.Ordinal) ? "order-v" : entry["name"])} "
                + $"{entry["type"]} {entry["id"]}"),
    ];

    private static string[] Created(ConsoleRun up) =>
    [
        .. up.Error.Split('\n').Where(line => line.EndsWith("  created", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]),
    ];

    private static bool IsAccess(string line) => line.StartsWith("order-access-", StringComparison.Ordinal);

    private async Task<string> Prompt(string name, string? text = null)
    {
        var prompt = await Exported("greeting", name, null);
        if (text is not null)
        {
            prompt["variants"]![0]!["templateConfiguration"]!["text"]!["text"] = text;
        }

        return await Post("prompts/", prompt);
    }

    /// <summary>A definition as the API accepts it; a flow's prompt node refers to an existing version.</summary>
    private async Task<JsonObject> Exported(string definition, string name, string? version)
    {
        var exported = JsonNode.Parse((await _project.Run("export", definition)).Output)!.AsObject();
        exported["name"] = name;
        exported.Remove("tags");
        if (version is not null)
        {
            exported["executionRoleArn"] = "arn:aws:iam::123456789012:role/by-hand";
            var node = exported["definition"]!["nodes"]!.AsArray().Single(node => $"{node!["type"]}" == "Prompt")!;
            node["configuration"]!["prompt"]!["sourceConfiguration"]!["resource"]!["promptArn"] = version;
        }

        return exported;
    }

    private static string Id(string arn) => arn.Split('/')[1];

    private async Task<string> Post(string path, JsonObject body)
    {
        var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue(text);
        var arn = $"{JsonNode.Parse(text)!["arn"]}";
        arn.Should().StartWith(Account);
        return arn;
    }

    private Task Control(string type, string properties) => Call(
        "CloudApiService.CreateResource", new() { ["TypeName"] = type, ["DesiredState"] = properties });

    private Task Parameter(string name, string value) => Call(
        "AmazonSSM.PutParameter", new() { ["Name"] = name, ["Value"] = value, ["Type"] = "String" });

    private async Task Call(string target, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Headers = { { "X-Amz-Target", target } },
            Content = new StringContent(body.ToJsonString()),
        };
        (await _http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
