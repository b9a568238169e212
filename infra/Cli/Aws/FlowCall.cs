using System.Collections.Immutable;
using Amazon.BedrockAgentRuntime.Model;
using Infra.Values;
using Document = Amazon.Runtime.Documents.Document;

namespace Infra.Cli.Aws;

/// <summary>Calls a flow as an application does, which the AWS CLI cannot do.</summary>
internal static class FlowCall
{
    /// <summary>Runs the flow and reads all of its events.</summary>
    /// <param name="aws">The AWS clients.</param>
    /// <param name="aliasArn">The ARN of the flow alias.</param>
    /// <param name="input">The document for the flow's input node.</param>
    /// <param name="trace">Whether to ask for a trace.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<FlowAnswer> Invoke(
        AwsClients aws, string aliasArn, FlowInputDocument input, bool trace, CancellationToken stop)
    {
        var alias = FlowAliasArn.Parse(aliasArn);
        var request = new InvokeFlowRequest
        {
            FlowIdentifier = alias.Flow,
            FlowAliasIdentifier = alias.Alias,
            EnableTrace = trace,
            Inputs =
            [
                new FlowInput
                {
                    NodeName = input.Node,
                    NodeOutputName = "document",
                    Content = new FlowInputContent { Document = AwsDocument.From(input.Document) },
                },
            ],
        };
        var response = await aws.FlowRuntime.InvokeFlowAsync(request, stop).ConfigureAwait(false);
        // Not the response itself: only some versions of the SDK make it disposable.
        using var events = response.ResponseStream!;
        try
        {
            return await Read(response, events, stop).ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            broken.Data[AwsFailures.RequestId] = response.ResponseMetadata.RequestId;
            throw;
        }
    }

    private static async Task<FlowAnswer> Read(
        InvokeFlowResponse response, FlowResponseStream events, CancellationToken stop)
    {
        var outputs = ImmutableArray.CreateBuilder<FlowOutputDocument>();
        var steps = ImmutableArray.CreateBuilder<FlowStep>();
        string? completion = null;
        await foreach (var next in events.WithCancellation(stop).ConfigureAwait(false))
        {
            switch (next)
            {
                case FlowOutputEvent output:
                    outputs.Add(new FlowOutputDocument(output.NodeName ?? "", Value(output.Content?.Document)));
                    break;
                case FlowTraceEvent { Trace: { } happened } when Step(happened) is { } step:
                    steps.Add(step);
                    break;
                case FlowCompletionEvent completed:
                    completion = completed.CompletionReason?.Value;
                    break;
            }
        }

        return new FlowAnswer
        {
            Outputs = outputs.ToImmutable(),
            Completion = completion,
            Trace = steps.ToImmutable(),
            ExecutionId = response.ExecutionId,
            RequestId = response.ResponseMetadata.RequestId,
        };
    }

    private static FlowStep? Step(FlowTrace trace) => trace switch
    {
        { NodeInputTrace: { } input } => new FlowStep.TookInputs(
            input.NodeName ?? "",
            ByName(input.Fields ?? [], field => (field.NodeInputName, field.Content?.Document))),
        { NodeOutputTrace: { } output } => new FlowStep.GaveOutputs(
            output.NodeName ?? "",
            ByName(output.Fields ?? [], field => (field.NodeOutputName, field.Content?.Document))),
        { ConditionNodeResultTrace: { } decided } => new FlowStep.Decided(
            decided.NodeName ?? "",
            [.. (decided.SatisfiedConditions ?? []).Select(condition => condition?.ConditionName ?? "")]),
        _ => null,
    };

    private static ImmutableDictionary<string, Value> ByName<T>(
        IEnumerable<T> fields, Func<T, (string? Name, Document? Content)> read) =>
        fields.OfType<T>().Select(read).Aggregate(
            ImmutableDictionary<string, Value>.Empty,
            (all, field) => all.SetItem(field.Name ?? "", Value(field.Content)));

    private static Value Value(Document? document) => AwsJson.ToValue(document ?? default);
}

/// <summary>The input of a flow.</summary>
/// <param name="Node">The flow's input node.</param>
/// <param name="Document">A text, or JSON, depending on the node's type.</param>
internal sealed record FlowInputDocument(string Node, Value Document);
