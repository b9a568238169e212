using System.Text;
using FluentAssertions;
using Infra.Cli.Aws;
using Xunit;

namespace Infra.Tests.Cli.Aws;

public sealed class AwsFailureTests
{
    [Theory]
    [InlineData(429, "ThrottlingException", "Throttled")]
    [InlineData(429, "ModelNotReadyException", "Throttled")]
    [InlineData(400, "ThrottlingException", "Throttled")]
    [InlineData(500, "InternalServerException", "ServerFault")]
    [InlineData(503, "ServiceUnavailableException", "ServerFault")]
    [InlineData(408, "ModelTimeoutException", "TimedOut")]
    [InlineData(403, "AccessDeniedException", "Denied")]
    [InlineData(403, "ExpiredTokenException", "NoCredentials")]
    [InlineData(403, "UnrecognizedClientException", "NoCredentials")]
    [InlineData(403, "InvalidSignatureException", "NoCredentials")]
    [InlineData(404, "ResourceNotFoundException", "NotFound")]
    [InlineData(400, "ValidationException", "Refused")]
    [InlineData(402, "ServiceQuotaExceededException", "Refused")]
    [InlineData(424, "ModelErrorException", "Refused")]
    public async Task An_error_of_AWS_is_told_by_its_code(int status, string code, string kind)
    {
        var failure = await Failed(Answers.Error(status, code, "so says AWS"));

        Assert.Equal(kind, failure.GetType().Name);
        Assert.Equal(code, failure.Code);
        Assert.EndsWith($"({code}): so says AWS", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Loopback.RequestId, failure.RequestId);
        Assert.Null(failure.RetryAfter);
        Assert.Equal(kind is "Throttled" or "ServerFault" or "TimedOut", failure.IsTransient);
    }

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(500, "ServerFault")]
    [InlineData(502, "ServerFault")]
    [InlineData(504, "TimedOut")]
    [InlineData(401, "NoCredentials")]
    [InlineData(403, "Denied")]
    [InlineData(404, "NotFound")]
    [InlineData(418, "Refused")]
    public async Task An_error_of_something_in_between_is_told_by_its_status(int status, string kind)
    {
        var failure = await Failed(new Given(status, "<html>nginx</html>"u8.ToArray()) { ContentType = "text/html" });

        Assert.Equal(kind, failure.GetType().Name);
        Assert.EndsWith($"(HTTP {status}).", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Code);
    }

    [Fact]
    public async Task The_code_may_stand_in_the_body_and_the_message_is_one_line()
    {
        var failure = await Failed(new Given(
            400, Encoding.UTF8.GetBytes("""{"__type":"com.amazonaws#ValidationException","message":"two\nlines"}""")));

        Assert.IsType<AwsFailure.Refused>(failure);
        Assert.Equal("AWS refused the call (ValidationException): two lines", failure.Message);
    }

    [Fact]
    public async Task AWS_may_say_how_long_to_wait()
    {
        var given = Answers.Error(429, "ThrottlingException", "slow down");
        var headers = new Dictionary<string, string>(given.Headers) { ["Retry-After"] = "7" };

        var failure = await Failed(given with { Headers = headers });

        Assert.Equal(TimeSpan.FromSeconds(7), failure.RetryAfter);
    }

    [Fact]
    public async Task A_call_is_made_once_and_retrying_is_left_to_the_caller()
    {
        await using var server = await Loopback.Giving(Answers.Error(500, "InternalServerException", "oops"));
        using var aws = new AwsClients(server.Connection);

        await Failed(aws);

        Assert.Single(server.All);
    }

    [Fact]
    public async Task Nobody_listening_is_a_matter_of_the_connection()
    {
        var server = await Loopback.Giving(Answers.Json("{}"));
        var connection = server.Connection;
        await server.DisposeAsync();
        using var aws = new AwsClients(connection);

        var failure = await Failed(aws);

        Assert.IsType<AwsFailure.Unreachable>(failure);
        Assert.StartsWith("AWS cannot be reached: Connection refused", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_matter_of_the_connection()
    {
        var failure = await Failed(new Given(200, "{\"output\":"u8.ToArray()) { Breaks = true });

        Assert.IsType<AwsFailure.Unreachable>(failure);
    }

    [Fact]
    public async Task An_answer_that_is_not_JSON_cannot_be_read()
    {
        var failure = await Failed(new Given(200, "<html>"u8.ToArray()));

        Assert.IsType<AwsFailure.Unreadable>(failure);
        Assert.Equal("AWS sent an answer that cannot be read.", failure.Message);
    }

    [Fact]
    public async Task No_answer_in_time_is_a_timeout()
    {
        await using var server = await Loopback.Giving(new Given(200, []) { Hangs = true });
        using var aws = new AwsClients(server.Connection);

        Assert.IsType<AwsFailure.TimedOut>(await Failed(aws, TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task Who_stops_the_run_sees_a_cancellation_and_no_failure()
    {
        await using var server = await Loopback.Giving(new Given(200, []) { Hangs = true });
        using var aws = new AwsClients(server.Connection);
        using var run = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AwsCall.Try(
            stop => PromptCall.Converse(aws, "a-prompt", new Dictionary<string, string>(), stop),
            TimeSpan.FromMinutes(1),
            run.Token));
    }

    [Fact]
    public async Task A_bug_of_ours_is_the_failure_of_that_call_and_called_a_bug()
    {
        var outcome = await AwsCall.Try<string>(
            _ => throw new InvalidOperationException("ours"), TimeSpan.FromMinutes(1), default);

        var failure = outcome.Should().BeOfType<AwsOutcome<string>.Failed>().Which.Failure;
        Assert.IsType<AwsFailure.Unforeseen>(failure);
        Assert.Contains("(InvalidOperationException: ours). This is a bug", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<AwsFailure> Failed(Given given)
    {
        await using var server = await Loopback.Giving(given);
        using var aws = new AwsClients(server.Connection);
        return await Failed(aws);
    }

    private static async Task<AwsFailure> Failed(AwsClients aws, TimeSpan? timeout = null) =>
        (await AwsCall.Try(
            stop => PromptCall.Converse(aws, "a-prompt", new Dictionary<string, string>(), stop),
            timeout ?? TimeSpan.FromSeconds(30),
            default))
        .Should().BeOfType<AwsOutcome<PromptAnswer>.Failed>().Which.Failure;
}
