using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Local.Invocations;

/// <summary>A query in the part of CloudWatch Logs Insights' language that selects fields of records.</summary>
/// <param name="Fields">The fields to show: each a path in the record and a name.</param>
/// <param name="Filters">The conditions.</param>
/// <param name="Limit">The most rows; null for the request's own limit.</param>
internal sealed partial record LogQuery(
    ImmutableArray<(string Path, string Name)> Fields, ImmutableArray<LogFilter> Filters, int? Limit)
{
    private static readonly LogQuery Everything =
        new([("@timestamp", "@timestamp"), ("@message", "@message")], [], null);

    /// <summary>Reads a query; if it is invalid, null and the reason.</summary>
    public static (LogQuery? Query, string? Problem) Parse(string text)
    {
        var query = Everything;
        foreach (var command in Pipe().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var (word, rest) = command.Split(' ', 2) is [var first, var more] ? (first, more) : (command, "");
            switch (word.ToLowerInvariant())
            {
                case "fields" or "display":
                    query = query with { Fields = [.. rest.Split(',').Select(Field)] };
                    break;
                case "filter" when Conditions(rest) is { } filters:
                    query = query with { Filters = query.Filters.AddRange(filters) };
                    break;
                case "limit" when int.TryParse(rest, CultureInfo.InvariantCulture, out var limit) && limit > 0:
                    query = query with { Limit = limit };
                    break;
                case "sort" when rest.Trim().Equals("@timestamp desc", StringComparison.OrdinalIgnoreCase):
                    break;
                default:
                    return (null, $"The local Bedrock does not know '{command}'. It takes fields, filter with =, != "
                        + "and ispresent() joined by and, sort @timestamp desc, and limit.");
            }
        }

        return (query, null);
    }

    /// <summary>The value at a path of a record, as shown in a row; null where there is none.</summary>
    public static string? Value(JsonObject record, string path, DateTimeOffset at) => path switch
    {
        "@timestamp" => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        "@message" => record.ToJsonString(),
        _ => path.Split('.').Aggregate((JsonNode?)record, (node, key) => (node as JsonObject)?[key])?.ToString(),
    };

    private static (string Path, string Name) Field(string text) =>
        text.Trim().Split(" as ", StringSplitOptions.TrimEntries) is [var path, var name]
            ? (path, name)
            : (text.Trim(), text.Trim());

    private static ImmutableArray<LogFilter>? Conditions(string text)
    {
        var filters = ImmutableArray.CreateBuilder<LogFilter>();
        foreach (var part in And().Split(text))
        {
            if (Condition().Match(part.Trim()) is not { Success: true } match)
            {
                return null;
            }

            filters.Add(match.Groups["present"].Success
                ? new(match.Groups["present"].Value, Wanted: null, IsEqual: false)
                : new(match.Groups["path"].Value, match.Groups["text"].Value, match.Groups["equal"].Value is "="));
        }

        return filters.ToImmutable();
    }

    [GeneratedRegex("""\|(?=(?:[^"']*["'][^"']*["'])*[^"']*$)""")]
    private static partial Regex Pipe();

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(
        """^(ispresent\((?<present>[\w.@]+)\)|(?<path>[\w.@]+)\s*(?<equal>!?=)\s*["'](?<text>[^"']*)["'])$""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Condition();
}

/// <summary>A condition on the text at a path; null for any text.</summary>
internal sealed record LogFilter(string Path, string? Wanted, bool IsEqual)
{
    public bool Passes(JsonObject record, DateTimeOffset at) =>
        LogQuery.Value(record, Path, at) is var found && Wanted is null
            ? found is not null
            : (found == Wanted) == IsEqual;
}
