using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Ssm;

/// <summary>What clients do with parameters beyond writing and reading one.</summary>
public sealed class ParameterKinTests : IAsyncLifetime
{
    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData("foo")]
    [InlineData("/foo")]
    public async Task A_name_of_one_level_is_one_with_and_without_its_slash_and_by_its_ARN(string name)
    {
        await PutAsync(name);

        (await PutAsync("/foo")).Is(400, "ParameterAlreadyExists");
        (await PutAsync("foo")).Is(400, "ParameterAlreadyExists");
        var found = (await CallAsync("GetParameter", $$"""{"Name": "/foo"}""")).Body["Parameter"]!;
        found["Name"]!.GetValue<string>().Should().Be(name);
        var arn = found["ARN"]!.GetValue<string>();
        Name(await CallAsync("GetParameter", $$"""{"Name": "{{arn}}"}""")).Should().Be(name);
        Name(await CallAsync("GetParameter", """{"Name": "foo:1"}""")).Should().Be(name);
        (await CallAsync("DeleteParameters", """{"Names": ["/foo", "bar"]}""")).Body.ToJsonString()
            .Should().Be("""{"DeletedParameters":["/foo"],"InvalidParameters":["bar"]}""");
    }

    [Theory]
    [InlineData("""{"AllowedPattern": "("}""", "InvalidAllowedPatternException")]
    [InlineData("""{"AllowedPattern": "^(?=(a+)+$)(a+)+!$", "Value": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?"}""",
        "InvalidAllowedPatternException")]
    [InlineData("""{"AllowedPattern": "^(a+)+$", "Value": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}""",
        "ParameterPatternMismatchException")]
    [InlineData("""{"DataType": "foo"}""", "ValidationException")]
    [InlineData("""{"Value": "{{x}}"}""", "ValidationException")]
    [InlineData("""{"Value": "before {{ ssm:/a/b }} after"}""", "ValidationException")]
    public async Task A_value_that_AWS_refuses_is_refused(string more, string error) =>
        (await PutAsync("a", JsonNode.Parse(more)!.AsObject())).Is(400, error);

    [Fact]
    public async Task A_parameter_keeps_the_advanced_tier()
    {
        await PutAsync("a", new() { ["Tier"] = "Advanced" });

        (await PutAsync("a", new() { ["Tier"] = "Standard", ["Overwrite"] = true })).Is(400, "ValidationException");
        (await PutAsync("a", new() { ["Overwrite"] = true })).Body["Tier"]!.GetValue<string>().Should().Be("Advanced");
    }

    [Fact]
    public async Task A_path_begins_with_a_slash() =>
        (await CallAsync("GetParametersByPath", """{"Path": "a"}""")).Is(400, "ValidationException");

    [Fact]
    public async Task A_path_shows_its_own_level_and_steps_over_those_below()
    {
        foreach (var name in new[] { "/a/b/1", "/a/b/2", "/a/b0", "/a/c", "/a-b/x", "/b", "top" })
        {
            await PutAsync(name);
        }

        (await NamesAsync("GetParametersByPath", """{"Path": "/a"}""")).Should().Equal("/a/b0", "/a/c");
        (await NamesAsync("GetParametersByPath", """{"Path": "/"}""")).Should().Equal("/b", "top");
        (await NamesAsync("GetParametersByPath", """{"Path": "/a/", "Recursive": true}"""))
            .Should().Equal("/a/b/1", "/a/b/2", "/a/b0", "/a/c");
    }

    [Theory]
    [InlineData("Name", "Equals", "/a/one", new[] { "/a/one" })]
    [InlineData("Name", "BeginsWith", "/a", new[] { "/a/b/two", "/a/one" })]
    [InlineData("Name", "Contains", "two", new[] { "/a/b/two" })]
    [InlineData("Path", null, "/a", new[] { "/a/one" })]
    [InlineData("Path", "Recursive", "/a", new[] { "/a/b/two", "/a/one" })]
    [InlineData("Type", null, "String", new[] { "/a/b/two", "/a/one", "three" })]
    [InlineData("tag:team", null, "checkout", new[] { "/a/one" })]
    public async Task Parameters_are_described_by_filter(string key, string? option, string value, string[] names)
    {
        await PutAsync("/a/one", new() { ["Tags"] = JsonNode.Parse("""[{"Key": "team", "Value": "checkout"}]""") });
        await PutAsync("/a/b/two");
        await PutAsync("three");
        var filter = new JsonObject { ["Key"] = key, ["Option"] = option, ["Values"] = new JsonArray(value) };
        var input = new JsonObject { ["ParameterFilters"] = new JsonArray(filter) };

        (await NamesAsync("DescribeParameters", input.ToJsonString())).Should().Equal(names);
    }

    [Theory]
    [InlineData("""{"Key": "Label", "Values": ["x"]}""", "InvalidFilterKey")]
    [InlineData("""{"Key": "Type", "Option": "BeginsWith", "Values": ["x"]}""", "InvalidFilterOption")]
    [InlineData("""{"Key": "Type"}""", "InvalidFilterValue")]
    public async Task A_filter_that_is_none_is_refused(string filter, string error) =>
        (await CallAsync("DescribeParameters", $$"""{"ParameterFilters": [{{filter}}]}""")).Is(400, error);

    [Fact]
    public async Task A_label_names_one_version_and_moves()
    {
        await PutAsync("/a", new() { ["Value"] = "first" });
        await PutAsync("/a", new() { ["Value"] = "second", ["Overwrite"] = true });
        await CallAsync("LabelParameterVersion", """{"Name": "/a", "ParameterVersion": 1, "Labels": ["good"]}""");
        Value(await CallAsync("GetParameter", """{"Name": "/a:good"}""")).Should().Be("first");

        var moved = await CallAsync("LabelParameterVersion", """{"Name": "/a", "Labels": ["good", "2nd"]}""");

        moved.Body["InvalidLabels"]!.ToJsonString().Should().Be("""["2nd"]""");
        Value(await CallAsync("GetParameter", """{"Name": "/a:good"}""")).Should().Be("second");
        var history = (await CallAsync("GetParameterHistory", """{"Name": "/a"}""")).Body["Parameters"]!.AsArray();
        history.Select(version => $"{version!["Value"]} {version["Labels"]!.ToJsonString()}")
            .Should().Equal("first []", """second ["good"]""");
        (await CallAsync("UnlabelParameterVersion", """{"Name": "/a", "ParameterVersion": 2, "Labels": ["good"]}"""))
            .Body["RemovedLabels"]!.AsArray().Should().ContainSingle();
        (await CallAsync("GetParameter", """{"Name": "/a:good"}""")).Is(400, "ParameterVersionNotFound");
    }

    [Fact]
    public async Task Tags_go_as_they_came()
    {
        await PutAsync("/a/b", new() { ["Tags"] = JsonNode.Parse("""[{"Key": "k", "Value": "v"}]""") });

        await CallAsync(
            "RemoveTagsFromResource", """{"ResourceType": "Parameter", "ResourceId": "/a/b", "TagKeys": ["k"]}""");

        var left = await CallAsync("ListTagsForResource", """{"ResourceType": "Parameter", "ResourceId": "/a/b"}""");
        left.Body["TagList"]!.AsArray().Should().BeEmpty();
    }

    private Task<Reply> PutAsync(string name, JsonObject? more = null)
    {
        var input = new JsonObject { ["Name"] = name, ["Value"] = "x", ["Type"] = "String" };
        foreach (var (member, value) in more ?? [])
        {
            input[member] = value!.DeepClone();
        }

        return bedrock.TargetAsync("AmazonSSM.PutParameter", input);
    }

    private Task<Reply> CallAsync(string operation, string input) =>
        bedrock.TargetAsync($"AmazonSSM.{operation}", JsonNode.Parse(input)!.AsObject());

    private async Task<IEnumerable<string>> NamesAsync(string operation, string input) =>
        (await CallAsync(operation, input)).Body["Parameters"]!.AsArray()
            .Select(parameter => parameter!["Name"]!.GetValue<string>());

    private static string Name(Reply reply) => reply.Body["Parameter"]!["Name"]!.GetValue<string>();

    private static string Value(Reply reply) => reply.Body["Parameter"]!["Value"]!.GetValue<string>();
}
