using System.Net;
using FluentAssertions;
using Infra.Local.Deploy;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

/// <summary>The service is busy, full or gone.</summary>
public sealed class RepeatedCallsTests : IDisposable
{
    private const string Parameter = "AWS::SSM::Parameter";

    private readonly MemoryCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Theory]
    [InlineData("ThrottlingException", 400)]
    [InlineData("com.amazonaws.cloudcontrol#ThrottlingException", 429)]
    [InlineData("InternalFailure", 500)]
    [InlineData("ServiceUnavailable", 503)]
    public async Task A_busy_service_is_asked_again_with_the_same_token(string code, int status)
    {
        _cloud.Instead = _ => _cloud.Calls.Count < 3 ? CloudAnswer.Refusal(code, status: status) : null;

        await Create("/a");
        await Create("/b");

        _cloud.Identifiers.Should().Equal("/a", "/b");
        var tokens = _cloud.Calls.Select(call => call.Token).ToArray();
        tokens.Should().HaveCount(4);
        tokens.Take(3).Distinct().Should().ContainSingle().Which.Should().NotBeEmpty();
        tokens[3].Should().NotBe(tokens[0], "it belongs to another change");
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_asked_nine_times_with_twice_the_wait_each_time()
    {
        _cloud.Instead = _ => CloudAnswer.Refusal("ThrottlingException", "Rate exceeded");

        var creating = () => Create("/a");

        (await creating.Should().ThrowAsync<DeployException>()).WithMessage("Rate exceeded")
            .Which.Code.Should().Be("ThrottlingException");
        _cloud.Calls.Should().HaveCount(9);
        _cloud.Clock.Waits.Select(wait => wait.TotalMilliseconds).Should()
            .Equal(40, 80, 160, 320, 640, 1280, 2560, 5120);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(499)]
    public async Task What_is_refused_is_not_asked_for_again(int status)
    {
        _cloud.Instead = _ => CloudAnswer.Refusal("com.amazonaws#ValidationException", "Value is missing.", status);

        var creating = () => Create("/a");

        (await creating.Should().ThrowAsync<DeployException>()).WithMessage("Value is missing.")
            .Which.Code.Should().Be("ValidationException");
        _cloud.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task What_the_server_cannot_keep_is_not_asked_for_again()
    {
        _cloud.Instead = _ => CloudAnswer.Refusal("LocalStorageException", "No space left on device", 507);

        var creating = () => Create("/a");

        await creating.Should().ThrowAsync<DeployException>().WithMessage("No space left on device");
        _cloud.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task A_message_may_be_spelt_with_a_capital_letter()
    {
        _cloud.Instead = _ => new(HttpStatusCode.BadRequest, Map(("Message", "Access denied.")));

        var creating = () => Create("/a");

        (await creating.Should().ThrowAsync<DeployException>()).WithMessage("Access denied.")
            .Which.Code.Should().BeEmpty();
    }

    [Fact]
    public async Task Somebody_who_has_stopped_the_command_asks_for_nothing_more()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var creating = () => Create("/a", stopped.Token);

        await creating.Should().ThrowAsync<OperationCanceledException>();
        _cloud.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Somebody_who_stops_the_command_does_not_wait_for_the_next_attempt()
    {
        using var stopping = new CancellationTokenSource();
        _cloud.Instead = _ => CloudAnswer.Refusal("ThrottlingException");
        _cloud.Clock.Meanwhile = stopping.Cancel;

        var creating = () => Create("/a", stopping.Token);

        await creating.Should().ThrowAsync<OperationCanceledException>();
        _cloud.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task What_has_been_sent_is_waited_for_even_if_the_command_is_stopped()
    {
        using var stopping = new CancellationTokenSource();
        _cloud.Instead = _ =>
        {
            stopping.Cancel();
            return null;
        };

        (await _cloud.Client().Create(Parameter, Map(("Name", "/a")), stopping.Token)).Should().Be("/a");
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_lost_connection_says_what_to_do(Exception lost)
    {
        _cloud.Instead = _ => throw lost;

        var creating = () => Create("/a");

        var told = (await creating.Should().ThrowAsync<DeployException>()).WithMessage(
            "The local Bedrock no longer answers. Run the command again: it continues where this one stopped.").Which;
        told.Code.Should().BeEmpty("nobody knows whether the change was made");
        told.InnerException.Should().NotBeNull();
        _cloud.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task A_bug_is_not_taken_for_a_lost_connection()
    {
        _cloud.Instead = _ => throw new InvalidOperationException("A bug.");

        var creating = () => Create("/a");

        await creating.Should().ThrowAsync<InvalidOperationException>();
    }

    public static TheoryData<Exception> Losses() =>
    [
        new HttpRequestException("Connection refused"),
        new IOException("The response ended prematurely."),
        new TaskCanceledException("The request took too long.", new TimeoutException()),
    ];

    private Task Create(string name, CancellationToken cancel = default) =>
        _cloud.Client().Create(Parameter, Map(("Name", name)), cancel);
}
