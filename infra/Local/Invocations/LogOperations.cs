using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Invocations;

/// <summary>StartQuery and GetQueryResults of CloudWatch Logs, over the invocation log, whatever the name of the log
/// group.</summary>
/// <param name="Log">The log.</param>
internal sealed record LogOperations(InvocationLog Log)
{
    private const int MostRows = 10_000;

    private readonly ConcurrentDictionary<string, JsonObject> _results = new(StringComparer.Ordinal);

    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["StartQuery"] = new Handler.Reads((_, call) => Start(call)),
        ["GetQueryResults"] = new Handler.Reads((_, call) =>
            _results.TryGetValue(call.Required("queryId"), out var results)
                ? results.DeepClone().AsObject()
                : new Fault("ResourceNotFoundException", "The query does not exist.")),
    }.ToImmutableDictionary();

    private Reply Start(Call call)
    {
        var (query, problem) = LogQuery.Parse(call.Required("queryString"));
        if (query is null)
        {
            return new Fault("MalformedQueryException", problem!);
        }

        var (from, to) = (Seconds(call, "startTime"), Seconds(call, "endTime"));
        var calls = Log.All.Where(one => one.Call.Region == call.Region
            && one.At.ToUnixTimeSeconds() is var at && from <= at && at <= to).ToArray();
        var id = Guid.NewGuid().ToString();
        _results[id] = Results(query, calls, query.Limit ?? call.Number("limit") ?? MostRows);
        return new JsonObject { ["queryId"] = id };
    }

    private static JsonObject Results(LogQuery query, Invocation[] calls, int limit)
    {
        var matched = calls.Reverse()
            .Select(one => (one.At, Record: one.Record()))
            .Where(one => query.Filters.All(filter => filter.Passes(one.Record, one.At)))
            .ToArray();
        return new()
        {
            ["results"] = new JsonArray([.. matched.Take(limit).Select(one => new JsonArray([
                .. from field in query.Fields
                   let value = LogQuery.Value(one.Record, field.Path, one.At)
                   where value is not null
                   select new JsonObject { ["field"] = field.Name, ["value"] = value }]))]),
            ["statistics"] = new JsonObject
            {
                ["recordsMatched"] = (double)matched.Length,
                ["recordsScanned"] = (double)calls.Length,
                ["bytesScanned"] = 0.0,
            },
            ["status"] = "Complete",
        };
    }

    private static long Seconds(Call call, string member) =>
        long.Parse(call.Input[member]!.ToJsonString(), CultureInfo.InvariantCulture);
}
