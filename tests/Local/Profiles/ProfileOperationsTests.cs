using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Profiles;

public sealed class ProfileOperationsTests : IAsyncLifetime
{
    private const string Model = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0";
    private const string System = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0";

    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData(Model, 1)]
    [InlineData(System, 2)]
    public async Task A_profile_says_what_it_leads_to_and_is_called_until_it_is_deleted(string source, int least)
    {
        var arn = (await CreateAsync("shop", source))["inferenceProfileArn"];

        var got = await bedrock.GetAsync(At(arn));
        var listed = await bedrock.GetAsync("/inference-profiles?type=APPLICATION");
        var called = await ConverseAsync(arn);
        var deleted = await bedrock.DeleteAsync(At(arn));
        var gone = await ConverseAsync(arn);

        (got["inferenceProfileName"], got["type"]).Should().Be(("shop", "APPLICATION"));
        got.Body["models"]!.AsArray().Count.Should().BeGreaterThanOrEqualTo(least);
        listed.Body["inferenceProfileSummaries"]!.AsArray().Should().ContainSingle();
        (called.Status, deleted.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK));
        gone.Is(400, "ValidationException");
        (await bedrock.GetAsync(At(arn))).Is(404, "ResourceNotFoundException");
    }

    [Fact]
    public async Task A_model_refuses_through_a_profile_what_it_refuses_by_itself()
    {
        var arn = (await CreateAsync("shop", Model))["inferenceProfileArn"];
        var hot = new JsonObject { ["temperature"] = 7 };

        var (byProfile, byModel) = (await ConverseAsync(arn, hot), await ConverseAsync(Model, hot));

        (byProfile.Status, byProfile.Error).Should().Be((byModel.Status, byModel.Error));
    }

    [Fact]
    public async Task Two_profiles_of_one_name_or_one_of_a_router_are_refused()
    {
        await CreateAsync("shop", Model);

        (await CreateAsync("shop", Model)).Is(400, "ConflictException");
        (await CreateAsync("other", "arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/x"))
            .Is(400, "ValidationException");
    }

    [Fact]
    public async Task Profiles_of_aws_itself_are_there_to_look_up()
    {
        var got = await bedrock.GetAsync("/inference-profiles/us.amazon.nova-lite-v1:0");

        got["type"].Should().Be("SYSTEM_DEFINED");
        got["inferenceProfileArn"].Should().Be(System);
    }

    [Fact]
    public async Task Its_tags_are_those_of_its_making_and_what_was_changed_since()
    {
        var arn = (await CreateAsync("shop", Model))["inferenceProfileArn"];
        await bedrock.PostAsync("/tagResource", new JsonObject
        {
            ["resourceARN"] = arn,
            ["tags"] = new JsonArray(new JsonObject { ["key"] = "cost", ["value"] = "42" }),
        });
        await bedrock.PostAsync("/untagResource", new JsonObject
        {
            ["resourceARN"] = arn,
            ["tagKeys"] = new JsonArray("team"),
        });

        var tags = await bedrock.PostAsync("/listTagsForResource", new JsonObject { ["resourceARN"] = arn });

        tags.Body["tags"]!.ToJsonString().Should().Be("""[{"key":"cost","value":"42"}]""");
    }

    private static string At(string arn) => $"/inference-profiles/{Uri.EscapeDataString(arn)}";

    private Task<Reply> CreateAsync(string name, string source) => bedrock.PostAsync(
        "/inference-profiles", new JsonObject
        {
            ["inferenceProfileName"] = name,
            ["modelSource"] = new JsonObject { ["copyFrom"] = source },
            ["tags"] = new JsonArray(new JsonObject { ["key"] = "team", ["value"] = "shop" }),
        });

    private Task<Reply> ConverseAsync(string model, JsonObject? inference = null) => bedrock.PostAsync(
        $"/model/{Uri.EscapeDataString(model)}/converse", new JsonObject
        {
            ["messages"] = new JsonArray(new JsonObject
            {
                ["role"] = "user",
                ["content"] = new JsonArray(new JsonObject { ["text"] = "Hello." }),
            }),
            ["inferenceConfig"] = inference?.DeepClone() ?? new JsonObject(),
        });
}
