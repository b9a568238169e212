using Infra.Settings;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>Saved queries over the account's log of model calls, by release.</summary>
/// <remarks>Calls through the clients have <c>requestMetadata</c> with prompt and release; other calls are
/// distinguished by their model. Source: Amazon Bedrock user guide, "Monitor model invocation using CloudWatch Logs and
/// Amazon S3", read 2026-11-27.</remarks>
internal static class WatchQueries
{
    private const string Calls = """
        filter schemaType = "ModelInvocationLog"
        | stats count(*) as calls, count(errorCode) as failed, sum(input.inputTokenCount) as tokensRead,
            sum(output.outputTokenCount) as tokensWritten
            by requestMetadata.prompt as prompt, requestMetadata.release as release, modelId
        | sort calls desc
        """;

    private const string Failed = """
        fields @timestamp, requestMetadata.prompt as prompt, requestMetadata.release as release, modelId, errorCode,
            requestId
        | filter schemaType = "ModelInvocationLog" and ispresent(errorCode)
        | sort @timestamp desc
        | limit 100
        """;

    private const string Who = """
        filter schemaType = "ModelInvocationLog"
        | stats count(*) as calls, max(@timestamp) as last
            by identity.arn as caller, requestMetadata.prompt as prompt, requestMetadata.release as release
        | sort calls desc
        """;

    /// <summary>All queries; none unless the stack states where calls are logged.</summary>
    public static IEnumerable<DeclaredResource> Of(StackSettings settings) => settings.Watch?.LogGroup is not { } group
        ? []
        :
        [
            Query("calls", "calls and tokens by release", Calls, group, settings),
            Query("failed", "failed calls", Failed, group, settings),
            Query("callers", "who called what", Who, group, settings),
        ];

    private static DeclaredResource Query(
        string name, string title, string query, string group, StackSettings settings) => new()
        {
            Name = WatchNames.Query(name),
            Type = ResourceTypes.QueryDefinition,
            Owner = DeclaredResource.OfStack,
            Because = $"saved query over {group}: {title}",
            Properties = Map(
            ("Name", WatchNames.OnAws(title, settings)),
            ("QueryString", query.ReplaceLineEndings("\n")),
            ("LogGroupNames", List(group))),
        };
}
