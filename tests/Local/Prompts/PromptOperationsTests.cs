using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Prompts;

public sealed class PromptOperationsTests : IAsyncLifetime
{
    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task A_created_prompt_is_its_own_draft()
    {
        var created = await CreateAsync("greeting");

        created.Status.Should().Be(HttpStatusCode.Created);
        created["version"].Should().Be("DRAFT");
        created["arn"].Should().Be($"arn:aws:bedrock:us-east-1:123456789012:prompt/{created["id"]}");
        created["createdAt"].Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
        var read = await bedrock.GetAsync($"/prompts/{created["id"]}/");
        read.Body.ToJsonString().Should().Be(created.Body.ToJsonString());
    }

    [Fact]
    public async Task Texts_survive_to_the_byte_and_numbers_come_back_in_single_precision()
    {
        const string text = "\n  Grüße, 日本 {{name}}\\ \t ---\n";

        var created = await CreateAsync("greeting", text);

        Text(created).Should().Be(text);
        var variant = created.Body["variants"]![0]!;
        variant["inferenceConfiguration"]!["text"]!["topP"]!.ToJsonString().Should().Be("0.9990000128746033");
        variant["additionalModelRequestFields"]!.ToJsonString().Should().Be("""{"top_k":250}""");
    }

    [Fact]
    public async Task A_version_keeps_what_the_draft_was()
    {
        var id = (await CreateAsync("greeting", "old {{name}}"))["id"];
        var version = await bedrock.PostAsync($"/prompts/{id}/versions", new JsonObject { ["description"] = "first" });
        await bedrock.PutAsync($"/prompts/{id}/", Body("greeting", "new {{name}}"));

        version.Status.Should().Be(HttpStatusCode.Created);
        version["arn"].Should().EndWith($"{id}:1");
        var read = await bedrock.GetAsync($"/prompts/{Uri.EscapeDataString(version["arn"])}/");
        read["description"].Should().Be("first");
        Text(read).Should().Be("old {{name}}");
        Text(await bedrock.GetAsync($"/prompts/{id}/?promptVersion=1")).Should().Be("old {{name}}");
        Text(await bedrock.GetAsync($"/prompts/{id}/")).Should().Be("new {{name}}");
    }

    [Fact]
    public async Task Numbers_of_versions_are_not_given_twice_and_ten_may_exist()
    {
        var id = (await CreateAsync("greeting"))["id"];
        for (var count = 0; count < 10; count++)
        {
            await bedrock.PostAsync($"/prompts/{id}/versions", new JsonObject());
        }

        (await bedrock.PostAsync($"/prompts/{id}/versions", new JsonObject())).Is(402, "ServiceQuotaExceededException");
        var deleted = await bedrock.DeleteAsync($"/prompts/{id}/?promptVersion=10");
        (deleted["id"], deleted["version"]).Should().Be((id, "10"));
        (await bedrock.PostAsync($"/prompts/{id}/versions", new JsonObject()))["version"].Should().Be("11");
    }

    [Fact]
    public async Task Deleting_a_prompt_deletes_its_versions_and_frees_its_name()
    {
        var id = (await CreateAsync("greeting"))["id"];
        await bedrock.PostAsync($"/prompts/{id}/versions", new JsonObject());

        (await bedrock.DeleteAsync($"/prompts/{id}/")).Body.ToJsonString().Should().Be($$"""{"id":"{{id}}"}""");

        (await bedrock.GetAsync($"/prompts/{id}/?promptVersion=1")).Is(404, "ResourceNotFoundException");
        var again = await CreateAsync("greeting");
        again.Status.Should().Be(HttpStatusCode.Created);
        again["id"].Should().NotBe(id);
    }

    [Fact]
    public async Task A_name_belongs_to_one_prompt()
    {
        await CreateAsync("greeting");
        var other = (await CreateAsync("farewell"))["id"];

        (await CreateAsync("greeting")).Is(409, "ConflictException");
        (await bedrock.PutAsync($"/prompts/{other}/", Body("greeting", "x"))).Is(409, "ConflictException");
        (await bedrock.PutAsync($"/prompts/{other}/", Body("farewell", "x"))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lists_come_in_pages_and_regions_are_apart()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await CreateAsync($"prompt-{number}");
        }

        var first = await bedrock.GetAsync("/prompts/?maxResults=3");
        var second = await bedrock.GetAsync($"/prompts/?maxResults=3&nextToken={first["nextToken"]}");

        Names(first).Should().HaveCount(3);
        Names(first).Concat(Names(second)).Order()
            .Should().Equal("prompt-1", "prompt-2", "prompt-3", "prompt-4", "prompt-5");
        second.Body.ContainsKey("nextToken").Should().BeFalse();
        (await bedrock.GetAsync("/prompts/?nextToken=none")).Is(400, "ValidationException");
        Names(await bedrock.GetAsync("/prompts/", "eu-west-1")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_list_of_one_prompt_has_its_draft_and_its_versions()
    {
        var id = (await CreateAsync("greeting"))["id"];
        await bedrock.PostAsync($"/prompts/{id}/versions", new JsonObject());
        await bedrock.PostAsync($"/prompts/{id}/versions", new JsonObject());

        var listed = await bedrock.GetAsync($"/prompts/?promptIdentifier={id}");

        listed.Body["promptSummaries"]!.AsArray().Select(summary => summary!["version"]!.GetValue<string>())
            .Should().Equal("DRAFT", "2", "1");
        listed.Body["promptSummaries"]![0]!.AsObject().ContainsKey("variants").Should().BeFalse();
    }

    [Fact]
    public async Task Tags_belong_to_the_prompt_and_to_each_version()
    {
        var body = Body("greeting", "x");
        body["tags"] = new JsonObject { ["team"] = "shop" };
        var arn = Uri.EscapeDataString((await bedrock.PostAsync("/prompts/", body))["arn"]);

        await bedrock.PostAsync($"/tags/{arn}", new JsonObject { ["tags"] = new JsonObject { ["stage"] = "prod" } });
        await bedrock.DeleteAsync($"/tags/{arn}?tagKeys=team&tagKeys=none");

        (await bedrock.GetAsync($"/tags/{arn}")).Body.ToJsonString().Should().Be("""{"tags":{"stage":"prod"}}""");
        (await bedrock.GetAsync($"/tags/{arn}%3A1")).Is(404, "ResourceNotFoundException");
    }

    [Theory]
    [InlineData("a--b", "TEXT", null, "'name' failed to satisfy constraint: Member must satisfy regular expression")]
    [InlineData("a", "TXT", null, "Member must satisfy enum value set: [TEXT, CHAT]")]
    [InlineData("a", "CHAT", null, "doesn't match its template type CHAT")]
    [InlineData("a", "TEXT", "none", "The default variant none isn't one of the prompt's variants")]
    public async Task A_wrong_prompt_is_refused(string name, string type, string? defaultVariant, string because)
    {
        var body = Body(name, "x");
        body["variants"]![0]!["templateType"] = type;
        body["defaultVariant"] = defaultVariant ?? "default";

        var refused = await bedrock.PostAsync("/prompts/", body);

        refused.Is(400, "ValidationException");
        refused["message"].Should().Contain(because);
    }

    private Task<Reply> CreateAsync(string name, string text = "Hello {{name}}") =>
        bedrock.PostAsync("/prompts/", Body(name, text));

    private static JsonObject Body(string name, string text) => new()
    {
        ["name"] = name,
        ["defaultVariant"] = "default",
        ["variants"] = new JsonArray(new JsonObject
        {
            ["name"] = "default",
            ["modelId"] = "amazon.nova-lite-v1:0",
            ["templateType"] = "TEXT",
            ["templateConfiguration"] = new JsonObject { ["text"] = new JsonObject { ["text"] = text } },
            ["inferenceConfiguration"] = new JsonObject { ["text"] = new JsonObject { ["topP"] = 0.999 } },
            ["additionalModelRequestFields"] = new JsonObject { ["top_k"] = 250 },
        }),
    };

    private static string Text(Reply prompt) =>
        prompt.Body["variants"]![0]!["templateConfiguration"]!["text"]!["text"]!.GetValue<string>();

    private static IEnumerable<string> Names(Reply list) =>
        list.Body["promptSummaries"]!.AsArray().Select(summary => summary!["name"]!.GetValue<string>());
}
