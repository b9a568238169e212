using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Converse;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Invocations;

/// <summary>A call of a model.</summary>
/// <param name="Call">The request.</param>
/// <param name="Model">The model that was called; for a prompt, the prompt's model.</param>
/// <param name="Answer">The answer; null for none.</param>
/// <param name="Error">The type of the error; null where there is an answer.</param>
internal sealed record Invocation(Call Call, string Model, Completion? Answer, string? Error)
{
    /// <summary>The time of its arrival.</summary>
    public DateTimeOffset At => Call.Now;

    /// <summary>The record that AWS would log of it, without the bodies.</summary>
    /// <remarks>Source: Amazon Bedrock user guide, "Monitor model invocation using CloudWatch Logs and Amazon S3",
    /// read 2026-11-27; errorCode: public readers of such records, 2024 to 2026.</remarks>
    public JsonObject Record()
    {
        var record = new JsonObject
        {
            ["schemaType"] = "ModelInvocationLog",
            ["schemaVersion"] = "1.0",
            ["timestamp"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["accountId"] = Arn.Account,
            ["region"] = Call.Region,
            ["operation"] = Call.Operation,
            ["modelId"] = Model,
            ["requestMetadata"] = Call.Input["requestMetadata"]?.DeepClone(),
            ["input"] = Counted("inputTokenCount", Answer?.InputTokens),
            ["output"] = Counted("outputTokenCount", Answer?.OutputTokens),
            ["errorCode"] = Error,
        };
        foreach (var absent in record.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            record.Remove(absent);
        }

        return record;
    }

    private static JsonObject? Counted(string name, int? tokens) =>
        tokens is { } number ? new() { [name] = number } : null;
}
