using Amazon.Runtime;
using Infra.Cli.Aws;
using Xunit;

namespace Infra.Tests.Cli.Aws;

public sealed class SignatureTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    [Fact]
    public async Task A_call_with_an_ARN_in_its_path_is_signed_for_Bedrock()
    {
        var request = await Sent(aws => PromptCall.Converse(
            aws,
            "arn:aws:bedrock:eu-central-1:111122223333:prompt/ABCDEFGHIJ:3",
            new Dictionary<string, string> { ["name"] = "María" },
            default));

        AssertSigned(request, "eu-central-1/bedrock/aws4_request");
    }

    [Fact]
    public async Task A_call_with_a_query_is_signed()
    {
        var request = await Sent(aws => Deployed.Prompt(
            aws, "arn:aws:bedrock:eu-central-1:111122223333:prompt/ABCDEFGHIJ:3", default));

        AssertSigned(request, "eu-central-1/bedrock/aws4_request");
    }

    [Fact]
    public async Task A_flow_is_called_with_a_signature_for_Bedrock()
    {
        var request = await Sent(aws => AwsCall.Try(
            stop => FlowCall.Invoke(
                aws,
                "arn:aws:bedrock:eu-central-1:111122223333:flow/FLOW567890/alias/ALIAS67890",
                new FlowInputDocument("In", "text"),
                trace: false,
                stop),
            TimeSpan.FromMinutes(1),
            default));

        AssertSigned(request, "eu-central-1/bedrock/aws4_request");
    }

    [Fact]
    public async Task Parameters_are_read_with_a_signature_for_Systems_Manager()
    {
        var request = await Sent(aws => AliasParameters.Read(aws, "/bedrock-prompts/prod", ["order"], default));

        AssertSigned(request, "eu-central-1/ssm/aws4_request");
        Assert.Contains("x-amz-target", SigV4.Parts(request).Headers);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        var request = await Sent(
            aws => AliasParameters.Read(aws, "/bedrock-prompts/prod", ["order"], default),
            new SessionAWSCredentials("AKIAIOSFODNN7EXAMPLE", Secret, "a-session"));

        AssertSigned(request, "eu-central-1/ssm/aws4_request");
        Assert.Equal("a-session", request.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", SigV4.Parts(request).Headers);
    }

    private static async Task<Sent> Sent(Func<AwsClients, Task> call, AWSCredentials? keys = null)
    {
        await using var server = await Loopback.Giving(Answers.Json("{}"));
        using var aws = new AwsClients(server.Connection with
        {
            Credentials = keys ?? new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", Secret),
        });
        await call(aws);
        return server.Only;
    }

    private static void AssertSigned(Sent request, string scope)
    {
        var parts = SigV4.Parts(request);

        Assert.Equal("AKIAIOSFODNN7EXAMPLE", parts.Key);
        Assert.EndsWith($"/{scope}", parts.Scope, StringComparison.Ordinal);
        Assert.Contains("host", parts.Headers);
        Assert.Equal(SigV4.Of(request, Secret), parts.Signature);
    }
}
