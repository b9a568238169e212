using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Infra.Definitions.Format;
using Infra.Smoke.Expectations;
using Infra.Smoke.Json;
using Infra.Values;

namespace Infra.Smoke.Judging;

/// <summary>Checks of the call: why the model stopped, what it used, which tools it called.</summary>
internal static class CallChecks
{
    public static Finding Find(Check check, Answer answer, Redaction redaction) => check switch
    {
        Check.FinishReason reason => Stop(reason.Reasons, answer.StopReason),
        Check.Latency latency => answer.Latency is { } took
            ? Finding.AtMost(took <= latency.Most, $"the call took {Duration.Text(took)}", Duration.Text(latency.Most))
            : Finding.Unknown("the duration of the call is unknown"),
        Check.Tokens tokens => Tokens(tokens.Most, answer.Usage),
        Check.Cost cost => Cost(cost.Most, answer.Cost),
        Check.ToolCalled tool => Called(tool, answer.ToolCalls, redaction),
        _ => throw new UnreachableException(),
    };

    private static Finding Stop(ImmutableArray<string> expected, string? reason) => reason is null
        ? Finding.Unknown("why the model stopped is unknown")
        : Finding.That(
            expected.Contains(reason),
            $"the model stopped with {reason}",
            $"the model stopped with {reason}, not {string.Join(" or ", expected)}");

    private static Finding Cost(decimal most, decimal? cost) => cost is { } known
        ? Finding.AtMost(known <= most, $"the call cost {Dollars(known)}", Dollars(most))
        : Finding.Unknown("the cost of the call is unknown");

    private static string Dollars(decimal amount) => $"{CanonicalJson.Number(amount)} US dollars";

    private static Finding Tokens(TokenUsage most, TokenUsage usage) => Connective.All(
        new (string What, int? Most, int? Count)[]
        {
            ("read", most.Input, usage.Input),
            ("written", most.Output, usage.Output),
            ("used", most.Total, usage.Sum),
        }
        .Where(part => part.Most is not null)
        .Select(part => part.Count is null
            ? Finding.Unknown($"the number of tokens {part.What} is unknown")
            : Finding.AtMost(part.Count <= part.Most, $"{part.Count} tokens were {part.What}", $"{part.Most}")));

    private static Finding Called(Check.ToolCalled check, ImmutableArray<ToolCall>? calls, Redaction redaction)
    {
        if (calls is null)
        {
            return Finding.Unknown("which tools were called is unknown");
        }

        var named = calls.Value.Where(call => call.Name == check.Name).ToImmutableArray();
        if (named.IsEmpty)
        {
            var names = string.Join(", ", calls.Value.Select(call => call.Name).Distinct());
            return new(false, $"the model called {(names.Length > 0 ? names : "no tool")}, not {check.Name}");
        }

        return check.Input is not { } members || named.Any(call => Holds(call.Input, members))
            ? new(true, $"the model called {check.Name}")
            : new(false, $"the model called {check.Name} with {redaction.Quote(JsonText.Of(named[0].Input))}, "
                + $"not {redaction.Quote(JsonText.Of(members))}");
    }

    private static bool Holds(JsonElement input, JsonElement members) =>
        input.ValueKind is JsonValueKind.Object
        && members.EnumerateObject().All(member =>
            input.TryGetProperty(member.Name, out var value) && JsonElement.DeepEquals(value, member.Value));
}
