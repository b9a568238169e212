using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Ssm;

public sealed class ParameterOperationsTests : IAsyncLifetime
{
    private const string Name = "/bedrock-prompts/dev/greeting/live";

    private LocalBedrock bedrock = null!;

    public async Task InitializeAsync() => bedrock = await LocalBedrock.StartAsync();

    public Task DisposeAsync() => bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task A_parameter_is_read_by_name_by_version_and_by_ARN()
    {
        await PutAsync(Name, "first", overwrite: false);
        var second = await PutAsync(Name, "second", overwrite: true);

        second.Body["Version"]!.GetValue<int>().Should().Be(2);
        var whole = (await GetAsync(Name)).Body["Parameter"]!;
        whole["Value"]!.GetValue<string>().Should().Be("second");
        whole["LastModifiedDate"]!.GetValue<decimal>().Should().BeGreaterThan(0);
        Value(await GetAsync($"{Name}:1")).Should().Be("first");
        Value(await GetAsync(whole["ARN"]!.GetValue<string>())).Should().Be("second");
        (await GetAsync($"{Name}:7")).Is(400, "ParameterVersionNotFound");
        (await GetAsync("/none")).Is(400, "ParameterNotFound");
    }

    [Theory]
    [InlineData("""{"Name": "a", "Value": "x"}""", "ValidationException")]
    [InlineData("""{"Name": "a", "Value": "", "Type": "String"}""", "ValidationException")]
    [InlineData("""{"Name": "a/b", "Value": "x", "Type": "String"}""", "ValidationException")]
    [InlineData("""{"Name": "aws-x", "Value": "x", "Type": "String"}""", "ValidationException")]
    [InlineData("""{"Name": "a b", "Value": "x", "Type": "String"}""", "ValidationException")]
    [InlineData(
        """{"Name": "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "Value": "x", "Type": "String"}""",
        "HierarchyLevelLimitExceededException")]
    [InlineData(
        """{"Name": "a", "Value": "x", "Type": "String", "AllowedPattern": "^y$"}""",
        "ParameterPatternMismatchException")]
    [InlineData(
        """{"Name": "/bedrock-prompts/dev/greeting/live", "Value": "x", "Type": "StringList", "Overwrite": true}""",
        "HierarchyTypeMismatchException")]
    [InlineData(
        """{"Name": "/bedrock-prompts/dev/greeting/live", "Value": "x", "Type": "String"}""", "ParameterAlreadyExists")]
    public async Task A_wrong_parameter_is_refused(string request, string error)
    {
        await PutAsync(Name, "first", overwrite: false);

        (await bedrock.TargetAsync("AmazonSSM.PutParameter", JsonNode.Parse(request)!.AsObject())).Is(400, error);
    }

    [Fact]
    public async Task Many_are_read_at_once_and_the_missing_ones_are_named()
    {
        await PutAsync(Name, "first", overwrite: false);

        var request = new JsonObject { ["Names"] = new JsonArray(Name, "/none") };
        var read = (await bedrock.TargetAsync("AmazonSSM.GetParameters", request)).Body;

        read["Parameters"]!.AsArray().Should().ContainSingle();
        read["InvalidParameters"]!.ToJsonString().Should().Be("""["/none"]""");
    }

    [Fact]
    public async Task A_path_lists_what_is_below_it()
    {
        await PutAsync("/a/one", "x", overwrite: false);
        await PutAsync("/a/b/two", "x", overwrite: false);

        (await NamesAsync(recursive: false)).Should().Equal("/a/one");
        (await NamesAsync(recursive: true)).Should().Equal("/a/b/two", "/a/one");
    }

    [Fact]
    public async Task The_caller_is_always_the_same()
    {
        using var form = new FormUrlEncodedContent([new("Action", "GetCallerIdentity"), new("Version", "2011-06-15")]);

        var answer = await bedrock.Http.PostAsync(bedrock.Url, form);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should()
            .Contain("<GetCallerIdentityResult>").And.Contain("<Account>123456789012</Account>");
    }

    [Fact]
    public async Task A_token_that_starts_no_page_is_refused_by_its_own_name()
    {
        var request = new JsonObject { ["Path"] = "/", ["NextToken"] = "none" };

        (await bedrock.TargetAsync("AmazonSSM.GetParametersByPath", request)).Is(400, "InvalidNextToken");
    }

    private Task<Reply> PutAsync(string name, string value, bool overwrite) =>
        bedrock.TargetAsync("AmazonSSM.PutParameter", new JsonObject
        {
            ["Name"] = name,
            ["Value"] = value,
            ["Type"] = "String",
            ["Overwrite"] = overwrite,
        });

    private Task<Reply> GetAsync(string name) =>
        bedrock.TargetAsync("AmazonSSM.GetParameter", new JsonObject { ["Name"] = name });

    private async Task<IEnumerable<string>> NamesAsync(bool recursive)
    {
        var request = new JsonObject { ["Path"] = "/a", ["Recursive"] = recursive };
        var listed = await bedrock.TargetAsync("AmazonSSM.GetParametersByPath", request);
        return listed.Body["Parameters"]!.AsArray().Select(parameter => parameter!["Name"]!.GetValue<string>());
    }

    private static string Value(Reply parameter) => parameter.Body["Parameter"]!["Value"]!.GetValue<string>();
}
