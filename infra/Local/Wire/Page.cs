using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Local.Wire;

/// <summary>Lists in pages; the token says where the next one starts and means nothing to a client.</summary>
internal static class Page
{
    /// <summary>The page that a call asks for, under the name that its answer gives it.</summary>
    /// <param name="call">Its <c>maxResults</c> and <c>nextToken</c> count.</param>
    /// <param name="member">The name of the list in the answer.</param>
    /// <param name="items">All of it, in a stable order.</param>
    /// <param name="size">The size where the call gives none.</param>
    public static Answer Of(Call call, string member, IReadOnlyList<JsonObject> items, int size = 100)
    {
        var start = 0;
        if (call["nextToken"] is { } token && !Start(token, items.Count, out start))
        {
            return Fault.Validation("The nextToken that you provided isn't valid. Retry with a different token.");
        }

        var end = Math.Min(items.Count, start + (call.Number("maxResults") ?? size));
        return new JsonObject
        {
            [member] = new JsonArray([.. items.Take(start..end)]),
            ["nextToken"] = end < items.Count ? Token(end) : null,
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
