using FluentAssertions;
using Infra.Cli.Aws;
using Infra.Cli.Running;
using Infra.Tests.Cli.Aws;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

public sealed class AttemptsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Every_attempt_that_is_made_again_is_recorded()
    {
        var (busy, down) = (Error(429, "ThrottlingException"), Error(503, "ServiceUnavailableException"));

        var made = await Make(Minute, busy, down, Parameters);

        made.Outcome.Should().BeOfType<AwsOutcome<int>.Answered>().Which.Value.Should().Be(1);
        made.Retries.Select(retry => retry.Reason).Should().Equal("ThrottlingException", "ServiceUnavailableException");
    }

    [Fact]
    public async Task What_AWS_asks_to_wait_is_waited()
    {
        var busy = Error(429, "ThrottlingException") with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = "7" },
        };

        var made = await Make(Minute, busy, Parameters);

        made.Retries.Should().ContainSingle().Which.Waited.Should()
            .BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7)).And.BeLessThan(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_wait_that_does_not_fit_into_the_timeout_is_not_begun()
    {
        var busy = Error(429, "ThrottlingException") with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = "300" },
        };

        var made = await Make(Minute, busy, Parameters);

        made.Outcome.Should().BeOfType<AwsOutcome<int>.Failed>()
            .Which.Failure.Should().BeOfType<AwsFailure.Throttled>();
        made.Retries.Should().BeEmpty();
    }

    [Fact]
    public async Task Attempts_come_to_an_end()
    {
        var made = await Make(TimeSpan.FromHours(1), Error(500, "InternalServerException"));

        made.Outcome.Should().BeOfType<AwsOutcome<int>.Failed>()
            .Which.Failure.Should().BeOfType<AwsFailure.ServerFault>();
        made.Retries.Should().HaveCount(Attempts.Most - 1);
    }

    [Theory]
    [InlineData(400, "ValidationException")]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(400, "ExpiredTokenException")]
    public async Task What_would_fail_again_is_not_tried_again(int status, string code)
    {
        var made = await Make(Minute, Error(status, code), Parameters);

        made.Outcome.Should().BeOfType<AwsOutcome<int>.Failed>();
        made.Retries.Should().BeEmpty();
    }

    private static readonly Given Parameters = new(
        200, """{ "Parameters": [{ "Name": "/p/a/live", "Value": "arn" }], "InvalidParameters": [] }"""u8.ToArray());

    private static Given Error(int status, string code) =>
        new(status, System.Text.Encoding.UTF8.GetBytes($$"""{ "__type": "{{code}}", "message": "no" }"""));

    /// <summary>Reads an alias from a server that gives these answers, one after the other.</summary>
    private static async Task<Attempted<int>> Make(TimeSpan timeout, params Given[] answers)
    {
        await using var server = await Loopback.Giving(answers);
        using var aws = new AwsClients(server.Connection);
        return await new Attempts(new ImpatientClock()).Make(
            async stop => (await AliasParameters.Read(aws, "/p", ["a"], stop)).Count, timeout, default);
    }
}
