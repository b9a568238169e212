using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Infra.Cli.Aws;
using Infra.Models;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Values;

namespace Infra.Cli.Running;

/// <summary>Calls what an alias leads to as an application does, and converts the answer for expectations.</summary>
/// <param name="aws">The AWS clients.</param>
/// <param name="models">The prices of models.</param>
/// <param name="clock">The clock, for measuring durations.</param>
internal sealed class Calls(AwsClients aws, ModelCatalog models, TimeProvider clock)
{
    /// <summary>Makes one call of a prompt or flow.</summary>
    /// <param name="arn">The ARN to call.</param>
    /// <param name="model">The model, or the models of a flow; null when there is none.</param>
    /// <param name="input">The input.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Answer> Make(string arn, string? model, SmokeInput input, CancellationToken stop)
    {
        var start = clock.GetTimestamp();
        var answer = input switch
        {
            SmokeInput.Variables variables =>
                Of(await PromptCall.Converse(aws, arn, variables.Values, stop).ConfigureAwait(false), model),
            SmokeInput.Document document =>
                Of(await FlowCall.Invoke(aws, arn, Sent(document), trace: true, stop).ConfigureAwait(false)),
            _ => throw new UnreachableException(),
        };
        return answer with { Latency = clock.GetElapsedTime(start), Model = model };
    }

    private static FlowInputDocument Sent(SmokeInput.Document document) =>
        new(document.Node, JsonValue.From(document.Content));

    private Answer Of(PromptAnswer answer, string? model)
    {
        var tokens = answer.Tokens;
        return new()
        {
            Text = answer.Text,
            StopReason = answer.StopReason,
            ToolCalls = [.. answer.ToolUses.Select(use => new ToolCall(use.Name, Json(use.Input)))],
            Usage = new(tokens.Input, tokens.Output, Total: null),
            Cost = model is null ? null : tokens.Cost(models.Price(model)),
            RequestId = answer.RequestId,
        };
    }

    private static Answer Of(FlowAnswer answer) => new()
    {
        Text = answer.Outputs.IsEmpty
            ? null
            : string.Join('\n', answer.Outputs.Select(output => ValueText.Of(output.Document))),
        RequestId = answer.ExecutionId ?? answer.RequestId,
        Flow = new()
        {
            Path = Path(answer.Trace),
            Outputs = [.. answer.Trace.OfType<FlowStep.GaveOutputs>().SelectMany(Outputs)],
            Completion = answer.Completion,
        },
    };

    private static IEnumerable<NodeOutput> Outputs(FlowStep.GaveOutputs step) =>
        step.Outputs.Select(output => new NodeOutput(step.Node, output.Key, Json(output.Value)));

    /// <summary>The nodes that ran, in order: a node runs when it receives its inputs; an input node has only
    /// outputs.</summary>
    private static ImmutableArray<string> Path(ImmutableArray<FlowStep> trace)
    {
        var taking = trace.OfType<FlowStep.TookInputs>().Select(step => step.Node).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. trace
                .Where(step => step is FlowStep.TookInputs
                    || (step is FlowStep.GaveOutputs && !taking.Contains(step.Node)))
                .Select(step => step.Node),
        ];
    }

    private static JsonElement Json(Value value) => JsonElement.Parse(CanonicalJson.Compact(value));
}
