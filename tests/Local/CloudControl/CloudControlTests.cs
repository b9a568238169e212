using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.CloudControl;

public sealed class CloudControlTests : IAsyncLifetime
{
    private const string PromptType = "AWS::Bedrock::Prompt";
    private const string VersionType = "AWS::Bedrock::PromptVersion";

    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task What_Cloud_Control_makes_the_service_has()
    {
        var arn = await bedrock.CreateAsync(PromptType, Prompt("Hello {{name}}"));

        var read = await bedrock.GetAsync($"/prompts/{Uri.EscapeDataString(arn)}/");
        Text(read).Should().Be("Hello {{name}}");
        read.Body["variants"]![0]!["additionalModelRequestFields"]!.ToJsonString().Should().Be("""{"Top_K":{"N":1}}""");
        var properties = await bedrock.ReadAsync(PromptType, arn);
        properties["Variants"]!.ToJsonString().Should().Be(Prompt("Hello {{name}}")["Variants"]!.ToJsonString());
        properties["Tags"]!.ToJsonString().Should().Be("""{"team":"shop"}""");
        properties["Version"]!.GetValue<string>().Should().Be("DRAFT");
    }

    [Fact]
    public async Task What_the_service_makes_Cloud_Control_has()
    {
        var created = await bedrock.PostAsync("/prompts/", new JsonObject { ["name"] = "greeting" });

        (await bedrock.ReadAsync(PromptType, created["arn"]))["Name"]!.GetValue<string>().Should().Be("greeting");
    }

    [Fact]
    public async Task A_version_is_a_snapshot_of_the_draft_and_cannot_be_updated()
    {
        var arn = await bedrock.CreateAsync(PromptType, Prompt("old"));
        var version = await bedrock.CreateAsync(VersionType, new JsonObject { ["PromptArn"] = arn });
        await UpdateAsync(PromptType, arn, """
            [{"op": "replace", "path": "/Variants/0/TemplateConfiguration/Text/Text", "value": "new"}]
            """);

        var content = (await bedrock.ReadAsync(VersionType, version))["Variants"]![0]!["TemplateConfiguration"]!;
        content["Text"]!["Text"]!.GetValue<string>().Should().Be("old");
        Text(await bedrock.GetAsync($"/prompts/{Uri.EscapeDataString(arn)}/")).Should().Be("new");
        (await bedrock.TargetAsync("CloudApiService.UpdateResource", Patch(VersionType, version, "[]")))
            .Is(400, "UnsupportedActionException");
    }

    [Fact]
    public async Task Deleting_a_prompt_deletes_its_versions()
    {
        var arn = await bedrock.CreateAsync(PromptType, Prompt("x"));
        var version = await bedrock.CreateAsync(VersionType, new JsonObject { ["PromptArn"] = arn });

        var deleted = await bedrock.ControlAsync("DeleteResource", Named(PromptType, arn));

        deleted["OperationStatus"]!.GetValue<string>().Should().Be("SUCCESS");
        (await bedrock.TargetAsync("CloudApiService.GetResource", Named(VersionType, version)))
            .Is(400, "ResourceNotFoundException");
    }

    [Fact]
    public async Task A_handler_that_fails_says_why_in_the_status_of_its_request()
    {
        await bedrock.CreateAsync(PromptType, Prompt("x"));

        var again = await bedrock.ControlAsync("CreateResource", new JsonObject
        {
            ["TypeName"] = PromptType,
            ["DesiredState"] = Prompt("x").ToJsonString(),
        });
        var gone = await bedrock.ControlAsync("DeleteResource", Named("AWS::SSM::Parameter", "none"));

        again["OperationStatus"]!.GetValue<string>().Should().Be("FAILED");
        again["ErrorCode"]!.GetValue<string>().Should().Be("AlreadyExists");
        gone["ErrorCode"]!.GetValue<string>().Should().Be("NotFound");
    }

    [Theory]
    [InlineData("""[{"op": "replace", "path": "/Name", "value": "/b"}]""", "NotUpdatableException")]
    [InlineData("""[{"op": "add", "path": "/Arn", "value": "/b"}]""", "ValidationException")]
    [InlineData("""[{"op": "remove", "path": "/None"}]""", "ValidationException")]
    [InlineData("""[{"op": "remove", "path": "/Value"}]""", "ValidationException")]
    [InlineData("""[{"op": "test", "path": "/Value", "value": "other"}]""", "ValidationException")]
    [InlineData("{", "ValidationException")]
    public async Task A_patch_that_may_not_be_applied_is_refused(string patch, string error)
    {
        await bedrock.CreateAsync("AWS::SSM::Parameter", Parameter("x"));

        var refused = await bedrock.TargetAsync(
            "CloudApiService.UpdateResource", Patch("AWS::SSM::Parameter", "/a", patch));

        refused.Is(400, error);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names()
    {
        await bedrock.CreateAsync("AWS::SSM::Parameter", Parameter("x"));

        await UpdateAsync("AWS::SSM::Parameter", "/a", """
            [{"op": "replace", "path": "/Value", "value": "y"}, {"op": "add", "path": "/Tags/b", "value": "2"},
             {"op": "move", "from": "/Tags/a", "path": "/Tags/c"}]
            """);

        var read = await bedrock.ReadAsync("AWS::SSM::Parameter", "/a");
        read["Value"]!.GetValue<string>().Should().Be("y");
        read["Tags"]!.ToJsonString().Should().Be("""{"b":"2","c":"1"}""");
    }

    [Fact]
    public async Task Desired_state_that_the_schema_forbids_is_refused_with_every_place()
    {
        var desired = Prompt("x");
        desired["Nme"] = "typo";
        desired["Variants"]![0]!["InferenceConfiguration"]!["Text"]!["Temperature"] = 1.5;
        desired["Variants"]![0]!.AsObject().Remove("TemplateType");

        var refused = await bedrock.TargetAsync("CloudApiService.CreateResource", new JsonObject
        {
            ["TypeName"] = PromptType,
            ["DesiredState"] = desired.ToJsonString(),
        });

        refused.Is(400, "ValidationException");
        refused["message"].Should().Be(
            "Model validation failed (#/Variants/0: required key [TemplateType] not found\n"
            + "#/Variants/0/InferenceConfiguration: #: 0 subschemas matched instead of one\n"
            + "#/Variants/0/InferenceConfiguration/Text/Temperature: 1.5 is not less or equal to 1\n"
            + "#: extraneous key [Nme] is not permitted)");
    }

    [Theory]
    [InlineData("AWS::Bedrock::None", "TypeNotFoundException")]
    [InlineData("AWS::IAM::RolePolicy", "UnsupportedActionException")]
    [InlineData("AWS::Bedrock::PromptVersion", "InvalidRequestException")]
    public async Task A_list_that_cannot_be_given_is_refused(string type, string error) =>
        (await bedrock.TargetAsync("CloudApiService.ListResources", new() { ["TypeName"] = type })).Is(400, error);

    [Fact]
    public async Task A_request_sent_twice_with_its_token_counts_once()
    {
        var request = new JsonObject
        {
            ["TypeName"] = "AWS::SSM::Parameter",
            ["DesiredState"] = Parameter("x").ToJsonString(),
            ["ClientToken"] = "once",
        };

        var first = await bedrock.TargetAsync("CloudApiService.CreateResource", request);
        var second = await bedrock.TargetAsync("CloudApiService.CreateResource", request);
        request["DesiredState"] = Parameter("y").ToJsonString();

        second.Body.ToJsonString().Should().Be(first.Body.ToJsonString());
        (await bedrock.TargetAsync("CloudApiService.CreateResource", request)).Is(400, "ClientTokenConflictException");
    }

    [Fact]
    public async Task Roles_policies_and_the_rest_are_kept_with_what_IAM_adds()
    {
        var policy = JsonNode.Parse("""{"Version": "2012-10-17", "Statement": []}""")!;
        var role = await bedrock.CreateAsync(
            "AWS::IAM::Role", new() { ["AssumeRolePolicyDocument"] = policy.DeepClone() });
        var inside = await bedrock.CreateAsync(
            "AWS::IAM::RolePolicy",
            new() { ["RoleName"] = role, ["PolicyName"] = "calls", ["PolicyDocument"] = policy.DeepClone() });
        var managed = await bedrock.CreateAsync(
            "AWS::IAM::ManagedPolicy",
            new() { ["ManagedPolicyName"] = "callers", ["Path"] = "/p/", ["PolicyDocument"] = policy.DeepClone() });

        (await bedrock.ReadAsync("AWS::IAM::Role", role))["Arn"]!.GetValue<string>()
            .Should().Be($"arn:aws:iam::123456789012:role/{role}");
        inside.Should().Be($"calls|{role}");
        managed.Should().Be("arn:aws:iam::123456789012:policy/p/callers");
        (await bedrock.ReadAsync("AWS::IAM::RolePolicy", inside))["PolicyDocument"]!.ToJsonString()
            .Should().Be(policy.ToJsonString());
    }

    private async Task UpdateAsync(string type, string identifier, string patch)
    {
        var updated = await bedrock.ControlAsync("UpdateResource", Patch(type, identifier, patch));
        updated["OperationStatus"]!.GetValue<string>().Should().Be("SUCCESS");
    }

    private static JsonObject Patch(string type, string identifier, string patch)
    {
        var request = Named(type, identifier);
        request["PatchDocument"] = patch;
        return request;
    }

    private static JsonObject Named(string type, string identifier) =>
        new() { ["TypeName"] = type, ["Identifier"] = identifier };

    private static JsonObject Parameter(string value) => JsonNode.Parse(
        $$$"""{"Name": "/a", "Type": "String", "Value": "{{{value}}}", "Tags": {"a": "1"}}""")!.AsObject();

    private static JsonObject Prompt(string text) => new()
    {
        ["Name"] = "greeting",
        ["Tags"] = new JsonObject { ["team"] = "shop" },
        ["Variants"] = JsonNode.Parse("""
            [{"AdditionalModelRequestFields": {"Top_K": {"N": 1}},
              "InferenceConfiguration": {"Text": {"Temperature": 0.5}},
              "ModelId": "amazon.nova-lite-v1:0", "Name": "default",
              "TemplateConfiguration": {"Text": {"Text": "TEXT"}}, "TemplateType": "TEXT"}]
            """.Replace("\"Text\": \"TEXT\"", $"\"Text\": \"{text}\"", StringComparison.Ordinal)),
    };

    private static string Text(Reply prompt) =>
        prompt.Body["variants"]![0]!["templateConfiguration"]!["text"]!["text"]!.GetValue<string>();
}
