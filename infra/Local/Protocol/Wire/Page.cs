using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Local.Protocol.Wire;

/// <summary>Lists in pages; the token says where the next one starts and means nothing to a client.</summary>
internal static class Page
{
    /// <summary>What a service calls the size of a page, the token of the next, and an invalid token.</summary>
    internal sealed record Names(string Size, string Token, string Invalid = "ValidationException");

    private static readonly Names Usual = new("maxResults", "nextToken");

    /// <summary>The page that a call asks for, under the name that its answer gives it.</summary>
    /// <param name="call">Says where the page starts and how long it is.</param>
    /// <param name="member">The name of the list in the answer.</param>
    /// <param name="items">All of it, in a stable order.</param>
    /// <param name="size">The size where the call gives none.</param>
    /// <param name="names">What the service calls things; null for <c>maxResults</c> and <c>nextToken</c>.</param>
    public static Reply Of(
        Call call, string member, IReadOnlyList<JsonObject> items, int size = 100, Names? names = null)
    {
        var (count, next, invalid) = names ?? Usual;
        var start = 0;
        if (call[next] is { } token && !Start(token, items.Count, out start))
        {
            return new Fault(invalid, "The token that you provided isn't valid. Retry with a different token.");
        }

        var end = Math.Min(items.Count, start + (call.Number(count) ?? size));
        return new JsonObject
        {
            [member] = new JsonArray([.. items.Take(start..end)]),
            [next] = end < items.Count ? Token(end) : null,
        };
    }

    private static string Token(int start) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(start.ToString("D12", CultureInfo.InvariantCulture)));

    private static bool Start(string token, int count, out int start)
    {
        start = 0;
        var text = Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out start) && start <= count;
    }
}
