using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Infra.Definitions.Flows;

/// <summary>The connections of a flow and their names.</summary>
public static class FlowConnections
{
    /// <summary>The most letters and digits in a connection's name.</summary>
    /// <value>101: a letter, then up to 100 characters, each of which may have an underscore before it.</value>
    /// <remarks>Source: CloudFormation schema of AWS::Bedrock::Flow, FlowConnection.Name, read 2026-08-07.</remarks>
    public const int LongestName = 101;

    private const int DigestLength = 8;

    /// <summary>
    /// The connections, node by node, data connections first; those in <c>connectionOrder</c> come before all others.
    /// </summary>
    public static ImmutableArray<FlowConnection> Of(FlowBody body)
    {
        var unnamed = body.Nodes.SelectMany(Leading).ToImmutableArray();
        var taken = unnamed
            .Where(connection => connection.Source.Connection is not null)
            .Select(connection => connection.Name)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, _ => 1, StringComparer.Ordinal);
        var named = unnamed.Select(connection => connection.Source.Connection is null
            ? connection with { Name = Free(connection.Name, taken) }
            : connection);
        return InOrder([.. named], body);
    }

    /// <summary>A name for a connection without one, as in <c>Message_document_to_Classify_ticket</c>.</summary>
    public static string Derive(FlowSource source, string target, string? input) =>
        Fit($"{source.Node.Value}_{source.Port.Value}_to_{target}{(input is null ? "" : $"_{input}")}");

    private static IEnumerable<FlowConnection> Leading(FlowNode node)
    {
        var data = from input in node.Inputs ?? []
                   from source in input.From
                   select (source, Input: (string?)input.Name.Value);
        return data
            .Concat(node.When.Select(source => (source, Input: (string?)null)))
            .Select(edge => new FlowConnection(
                edge.source.Connection is { } stated
                    ? Fit(stated.Value)
                    : Derive(edge.source, node.Name.Value, edge.Input),
                edge.source,
                node.Name.Value,
                edge.Input));
    }

    private static ImmutableArray<FlowConnection> InOrder(ImmutableArray<FlowConnection> connections, FlowBody body)
    {
        if (body.ConnectionOrder.IsEmpty)
        {
            return connections;
        }

        var places = body.ConnectionOrder.Index()
            .DistinctBy(entry => entry.Item.Value)
            .ToDictionary(entry => entry.Item.Value, entry => entry.Index, StringComparer.Ordinal);
        return [.. connections.OrderBy(connection => places.GetValueOrDefault(connection.Name, int.MaxValue))];
    }

    /// <summary>A name that no other connection has; it then counts as taken.</summary>
    private static string Free(string name, Dictionary<string, int> taken)
    {
        var candidate = name;
        while (!taken.TryAdd(candidate, 1))
        {
            candidate = Cut(name, $"{++taken[name]}");
        }

        return candidate;
    }

    /// <summary>
    /// The deployed form of a name: one that is too long is shortened and ends with a digest of the whole.
    /// </summary>
    public static string Fit(string name) => name.Count(char.IsAsciiLetterOrDigit) <= LongestName
        ? name
        : Cut(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..DigestLength]);

    /// <summary>A name with a suffix, shortened so that both fit.</summary>
    private static string Cut(string name, string suffix)
    {
        var left = LongestName - suffix.Length;
        var length = 0;
        while (length < name.Length && (left > 0 || !char.IsAsciiLetterOrDigit(name[length])))
        {
            left -= char.IsAsciiLetterOrDigit(name[length]) ? 1 : 0;
            length++;
        }

        return $"{name[..length].TrimEnd('_')}_{suffix}";
    }
}
