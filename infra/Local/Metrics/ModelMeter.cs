using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Converse;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Metrics;

/// <summary>Meters calls of models as AWS/Bedrock does, by ModelId: the id that was called, or the model of a
/// prompt.</summary>
/// <remarks>Source: Amazon Bedrock user guide, "Monitoring the performance of Amazon Bedrock", read 2026-11-27. Its
/// copies disagree on whether <c>Invocations</c> includes calls that fail later: here it is the number of answered
/// calls. None of them says what ModelId is when a prompt's ARN is called.</remarks>
/// <param name="Store">The metrics.</param>
internal sealed record ModelMeter(MetricStore Store)
{
    private const string Namespace = "AWS/Bedrock";

    private const int ThrottledStatus = 429;

    private const int ServerStatus = 500;

    /// <summary>Meters a request to bedrock-runtime that was answered or refused.</summary>
    public void Called(World world, Service service, (string Operation, JsonObject? Members) asked, MeteredCall answer)
    {
        if (service.Model.Name is "bedrock-runtime" && ModelOf(world, answer.Region, asked.Members) is { } model)
        {
            var failed = (answer.Reply as Reply.Refused)?.Fault;
            var known = failed is null ? 0
                : service.Model.Operations[asked.Operation].Errors.GetValueOrDefault(failed.Type);
            Count(model, answer, failed is null ? null : known is 0 ? failed.Status : known);
        }
    }

    /// <summary>Meters a call of a model.</summary>
    /// <param name="model">The id or ARN that was called.</param>
    /// <param name="answer">The answer, with its region and times.</param>
    /// <param name="failure">The HTTP status of the error; null where there is an answer.</param>
    public void Count(string model, MeteredCall answer, int? failure)
    {
        (string Metric, double Value)[] measured = failure is { } status
            ? [(status is ThrottledStatus ? "InvocationThrottles"
                : status >= ServerStatus ? "InvocationServerErrors" : "InvocationClientErrors", 1)]
            :
            [
                ("Invocations", 1),
                ("InvocationLatency", Math.Max(1, answer.Took.TotalMilliseconds)),
                .. answer.Reply.Tokens is var (input, output)
                    ? [("InputTokenCount", input), ("OutputTokenCount", output)]
                    : ((string, double)[])[],
            ];
        var dimensions = ImmutableSortedDictionary<string, string>.Empty.Add("ModelId", Meter(model));
        foreach (var (metric, value) in measured)
        {
            Store.Add(answer.Region, new(Namespace, metric, dimensions), answer.At, minute => minute.Add(value, 1));
        }
    }

    /// <summary>The value of ModelId: an inference profile or a model that is called by its ARN is metered by its
    /// id.</summary>
    /// <remarks>Source: samples that AWS published for profiles and CloudWatch, read 2026-11-28.</remarks>
    private static string Meter(string model) => model.StartsWith("arn:", StringComparison.Ordinal)
        ? model[(model.IndexOf('/', StringComparison.Ordinal) + 1)..]
        : model;

    private static string? ModelOf(World world, string region, JsonObject? members) =>
        members?["modelId"] is not JsonValue asked || asked.GetValueKind() is not JsonValueKind.String ? null
        : asked.GetValue<string>() is var model && !Arn.IsPrompt(model)
            ? ModelId.Unknown(model) is null ? model : null
        : FilledPrompt.Find(world, region, model) is { } prompt ? FilledPrompt.ModelOf(prompt)
        : null;
}

/// <summary>The answer to a call of a model.</summary>
/// <param name="Region">The region.</param>
/// <param name="At">The time of the call.</param>
/// <param name="Took">The duration.</param>
/// <param name="Reply">The answer.</param>
internal readonly record struct MeteredCall(string Region, DateTimeOffset At, TimeSpan Took, Reply Reply);
