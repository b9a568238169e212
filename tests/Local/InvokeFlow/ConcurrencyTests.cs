using FluentAssertions;
using Xunit;
using static Infra.Tests.Local.InvokeFlow.FlowFixture;

namespace Infra.Tests.Local.InvokeFlow;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Two_hundred_callers_at_once_get_their_own_answers()
    {
        await using var bedrock = await StartAsync();
        var flow = await bedrock.FlowAsync(Definition(
            [In(), Prompt("Ask"), Out()], "In.document > Ask.mail", "Ask.modelCompletion > Out.document"));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(caller => bedrock.RunAsync(flow, $"caller {caller}")));

        answers.Select((answer, caller) => string.Join(' ', answer) == $"Out: (caller {caller}) SUCCESS")
            .Should().AllBeEquivalentTo(true);
    }
}
