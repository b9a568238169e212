using Amazon.Runtime;
using FluentAssertions;
using Infra.Cli.Aws;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Aws;

/// <summary>Runs alone: the environment belongs to the whole process.</summary>
[CollectionDefinition("the environment", DisableParallelization = true)]
public sealed class EnvironmentTests;

[Collection("the environment")]
public sealed class AwsConnectionTests : IDisposable
{
    private static readonly string[] Names =
    [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_REGION",
        "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SSM", "AWS_BEARER_TOKEN_BEDROCK",
    ];

    private readonly Dictionary<string, string?> before =
        Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public AwsConnectionTests()
    {
        Array.ForEach(Names, name => Environment.SetEnvironmentVariable(name, null));
        FallbackRegionFactory.Reset();
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        AwsHome.Empty();
        FallbackRegionFactory.Reset();
    }

    [Theory]
    [InlineData("AWS_REGION")]
    [InlineData("AWS_DEFAULT_REGION")]
    public async Task Keys_region_and_endpoint_come_from_the_environment(string region)
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");
        Environment.SetEnvironmentVariable(region, "ap-northeast-1");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", server.Url.ToString());

        await Read(new AwsConnection());

        var parts = SigV4.Parts(server.Only);
        Assert.Equal("AKIDENVIRONMENT", parts.Key);
        Assert.EndsWith("/ap-northeast-1/ssm/aws4_request", parts.Scope, StringComparison.Ordinal);
        Assert.Equal(SigV4.Of(server.Only, "secret"), parts.Signature);
    }

    [Fact]
    public async Task One_service_may_have_an_endpoint_of_its_own()
    {
        await using var everything = await Loopback.Giving(Answers.Json("{}"));
        await using var parameters = await Loopback.Giving(Answers.Json("{}"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", everything.Url.ToString());
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_SSM", parameters.Url.ToString());

        await Read(new AwsConnection { Region = "us-east-1", Credentials = new BasicAWSCredentials("a", "b") });

        Assert.Empty(everything.All);
        Assert.Single(parameters.All);
    }

    [Fact]
    public async Task A_profile_gives_keys_and_region()
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", server.Url.ToString());
        await File.WriteAllTextAsync(
            AwsHome.Credentials, "[staging]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = secret\n");
        await File.WriteAllTextAsync(AwsHome.Config, "[profile staging]\nregion = eu-west-3\n");

        await Read(new AwsConnection { Profile = "staging" });

        Assert.Equal("AKIDPROFILE", SigV4.Parts(server.Only).Key);
        Assert.Contains("/eu-west-3/", SigV4.Parts(server.Only).Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_goes_before_the_region_of_a_profile()
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        Environment.SetEnvironmentVariable("AWS_REGION", "sa-east-1");
        await File.WriteAllTextAsync(AwsHome.Config, "[profile staging]\nregion = eu-west-3\n");

        await Read(server.Connection with { Profile = "staging", Region = null });

        Assert.Contains("/sa-east-1/", SigV4.Parts(server.Only).Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_local_Bedrock_is_called_with_its_own_keys_even_beside_an_API_key()
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        Environment.SetEnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", "an-api-key");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        using var aws = new AwsClients(AwsConnection.ToLocal(server.Url, "eu-central-1"));

        await PromptCall.Converse(aws, "a-prompt", new Dictionary<string, string>(), default);

        Assert.Equal("local", SigV4.Parts(server.Only).Key);
    }

    [Fact]
    public async Task Without_credentials_the_message_says_how_to_get_some()
    {
        var failure = await Failed(new AwsConnection { Region = "us-east-1" });

        Assert.IsType<AwsFailure.NoCredentials>(failure);
        Assert.StartsWith("There are no usable AWS credentials. Choose ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_named()
    {
        var failure = await Failed(new AwsConnection { Region = "us-east-1", Profile = "stagging" });

        Assert.IsType<AwsFailure.NoCredentials>(failure);
        Assert.Contains("\"stagging\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_region_the_message_says_how_to_set_one()
    {
        var failure = await Failed(new AwsConnection { Credentials = new BasicAWSCredentials("a", "b") });

        Assert.Equal("No AWS region is set. Give one with --region, or set AWS_REGION.", failure.Message);
    }

    private static async Task Read(AwsConnection connection)
    {
        using var aws = new AwsClients(connection);
        await AliasParameters.Read(aws, "/bedrock-prompts/prod", ["order"], default);
    }

    private static async Task<AwsFailure> Failed(AwsConnection connection) =>
        (await AwsCall.Try(
            async stop =>
            {
                await Read(connection);
                return "";
            },
            TimeSpan.FromMinutes(1),
            default))
        .Should().BeOfType<AwsOutcome<string>.Failed>().Which.Failure;
}
