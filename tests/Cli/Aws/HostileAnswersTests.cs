using System.Text;
using Infra.Cli.Aws;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Aws;

/// <summary>Whatever an answer contains, the call has an outcome, which is never a bug of ours.</summary>
public sealed class HostileAnswersTests
{
    private const string Flow = "arn:aws:bedrock:eu-central-1:111122223333:flow/FLOW567890/alias/ALIAS67890";

    [Theory]
    [InlineData("""{"a":1e400}""")]
    [InlineData("DEEP")]
    public async Task A_tool_input_beyond_our_values_is_an_answer_that_cannot_be_read(string input)
    {
        var json = input is "DEEP" ? $"{string.Concat(Enumerable.Repeat("[", 90))}{new string(']', 90)}" : input;

        var outcome = await Converse(
            """{"output":{"message":{"content":[{"toolUse":{"toolUseId":"1","name":"x","input":INPUT}}]}}}"""
                .Replace("INPUT", json, StringComparison.Ordinal));

        var failure = Assert.IsType<AwsOutcome<PromptAnswer>.Failed>(outcome).Failure;
        Assert.IsType<AwsFailure.Unreadable>(failure);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task A_hole_in_a_list_is_passed_over()
    {
        var outcome = await Converse("""{"output":{"message":{"content":[null,{"text":"Hello"}]}}}""");

        Assert.Equal("Hello", Assert.IsType<AwsOutcome<PromptAnswer>.Answered>(outcome).Value.Text);
    }

    [Fact]
    public async Task A_parameter_that_nobody_asked_for_is_passed_over()
    {
        await using var server = await Loopback.Giving(Answers.Json(
            """{"Parameters":[null,{"Name":"/foreign","Value":"x"},{"Value":""},{"Name":"/p/a/live","Value":"z"}]}"""));
        using var aws = new AwsClients(server.Connection);

        var aliases = await AliasParameters.Read(aws, "/p", ["a"], default);

        Assert.Equal([new("a", "z")], aliases);
    }

    [Fact]
    public async Task A_name_given_twice_in_a_trace_counts_once()
    {
        await using var server = await Loopback.Giving(Answers.Events(
            Answers.Event("flowTraceEvent", """
                {"trace":{"nodeOutputTrace":{"nodeName":"A","timestamp":"2026-11-21T06:00:00Z","fields":[
                {"nodeOutputName":"o","content":{"document":1}},null,{"nodeOutputName":"o","content":{"document":2}}]}}}
                """)));
        using var aws = new AwsClients(server.Connection);

        var outcome = await AwsCall.Try(
            stop => FlowCall.Invoke(aws, Flow, new("In", "x"), trace: true, stop), TimeSpan.FromMinutes(1), default);

        Assert.Single(Assert.IsType<AwsOutcome<FlowAnswer>.Answered>(outcome).Value.Trace);
    }

    [Theory]
    [InlineData("ofTheFutureException")]
    [InlineData("validationException")]
    public async Task An_exception_in_a_stream_is_refused_in_AWS_s_words_or_at_least_said(string name)
    {
        await using var server = await Loopback.Giving(Answers.Events(Answers.Exception(name, "no luck")));
        using var aws = new AwsClients(server.Connection);

        var outcome = await AwsCall.Try(
            stop => FlowCall.Invoke(aws, Flow, new("In", "x"), trace: true, stop), TimeSpan.FromMinutes(1), default);

        var failure = Assert.IsType<AwsOutcome<FlowAnswer>.Failed>(outcome).Failure;
        Assert.IsType<AwsFailure.Refused>(failure);
        Assert.DoesNotContain("Received an unknown", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Each reader reads each of 150 damaged answers.</summary>
    [Fact]
    public async Task A_damaged_answer_is_an_outcome_and_never_unforeseen()
    {
        var random = new Random(20261127);
        var sound = Encoding.UTF8.GetBytes("""
            {"Parameters":[{"Name":"/p/a/live","Value":"z"}],
            "output":{"message":{"role":"assistant","content":[{"text":"Hi"},
            {"toolUse":{"toolUseId":"1","name":"x","input":{"a":[1,2.5,null,"\u00e9"]}}}]}},
            "stopReason":"end_turn","usage":{"inputTokens":1,"outputTokens":2},"metrics":{"latencyMs":7},
            "version":"1","variants":[{"name":"default","templateType":"TEXT",
            "templateConfiguration":{"text":{"text":"Hi","inputVariables":[{"name":"a"}]}}}]}
            """);
        var damaged = Enumerable.Range(0, 150).Select(_ => new Given(200, Mutations.Damage(sound, random))).ToArray();
        await using var server = await Loopback.Giving(damaged);
        using var aws = new AwsClients(server.Connection);

        for (var i = 0; i < damaged.Length; i += 3)
        {
            AssertForeseen(await Try(stop => AliasParameters.Read(aws, "/p", ["a"], stop)));
            AssertForeseen(await Try(stop => PromptCall.Converse(aws, "p", new Dictionary<string, string>(), stop)));
            AssertForeseen(await Try(stop => Deployed.Prompt(aws, "arn:aws:bedrock:r:1:prompt/ABCDEFGHIJ:1", stop)));
        }
    }

    private static void AssertForeseen<T>(AwsOutcome<T> outcome) =>
        Assert.IsNotType<AwsFailure.Unforeseen>((outcome as AwsOutcome<T>.Failed)?.Failure);

    private static async Task<AwsOutcome<PromptAnswer>> Converse(string answer)
    {
        await using var server = await Loopback.Giving(Answers.Json(answer));
        using var aws = new AwsClients(server.Connection);
        return await Try(stop => PromptCall.Converse(aws, "a-prompt", new Dictionary<string, string>(), stop));
    }

    private static Task<AwsOutcome<T>> Try<T>(Func<CancellationToken, Task<T>> call) =>
        AwsCall.Try(call, TimeSpan.FromMinutes(1), default);
}
