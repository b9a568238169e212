using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Infra.Cli.Aws;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Aws;

/// <summary>Whatever the machine's AWS configuration says: the local Bedrock can be called, and AWS can too, or the
/// failure says why not.</summary>
[Collection("the environment")]
public sealed class AwsEnvironmentTests : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        AwsHome.Empty();
        Forget();
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "localhost:8201")]
    [InlineData("AWS_ENDPOINT_URL", "nonsense")]
    [InlineData("AWS_DEFAULTS_MODE", "in-region")]
    [InlineData("AWS_DEFAULTS_MODE", "nonsense")]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "true")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "true")]
    [InlineData("AWS_REGION", "bad region")]
    [InlineData("AWS_PROFILE", "of-nobody")]
    public async Task The_local_Bedrock_is_called_whatever_the_environment_says(string name, string value)
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        Set(name, value);

        var outcome = await Try(AwsConnection.ToLocal(server.Url, "us-east-1"));

        Assert.IsType<AwsOutcome<string>.Answered>(outcome);
        Assert.Single(server.All);
    }

    [Theory]
    [InlineData("localhost:8201", "'localhost:8201' is not the address of an endpoint")]
    [InlineData("file:///etc/passwd", "'file:///etc/passwd' is not the address of an endpoint")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("http://", "http://")]
    public async Task An_address_that_is_none_is_said(string address, string said)
    {
        Set("AWS_ENDPOINT_URL", address);

        Assert.Contains(said, await Misconfigured(Anywhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_a_profile_that_is_none_is_said()
    {
        await File.WriteAllTextAsync(AwsHome.Config, "[profile odd]\nendpoint_url = foo\nregion = us-east-1\n");

        Assert.Contains("foo", await Misconfigured(Anywhere with { Profile = "odd" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bad region")]
    [InlineData("us east 1")]
    [InlineData("-")]
    public async Task A_region_that_is_none_is_said(string region) =>
        await Misconfigured(Anywhere with { Region = region });

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "FIPS")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "Dualstack")]
    public async Task Variants_of_AWS_s_addresses_do_not_go_with_an_address_of_one_s_own(string name, string said)
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
        Set(name, "true");

        Assert.Contains(said, await Misconfigured(Anywhere), StringComparison.Ordinal);
    }

    private static AwsConnection Anywhere =>
        new() { Region = "us-east-1", Credentials = new BasicAWSCredentials("a", "b") };

    private void Set(string name, string value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
        Forget();
    }

    /// <summary>Makes the SDK forget the configuration that it keeps for the whole process.</summary>
    private static void Forget()
    {
        FallbackRegionFactory.Reset();
        FallbackInternalConfigurationFactory.Reset();
    }

    private static async Task<string> Misconfigured(AwsConnection connection)
    {
        var failed = Assert.IsType<AwsOutcome<string>.Failed>(await Try(connection));
        var failure = Assert.IsType<AwsFailure.Misconfigured>(failed.Failure);
        Assert.StartsWith("The AWS configuration cannot be used. ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        return failure.Message;
    }

    private static Task<AwsOutcome<string>> Try(AwsConnection connection) => AwsCall.Try(
        async stop =>
        {
            using var aws = new AwsClients(connection);
            await AliasParameters.Read(aws, "/p", ["a"], stop);
            return "";
        },
        TimeSpan.FromMinutes(1),
        default);
}
