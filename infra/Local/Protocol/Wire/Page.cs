using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.State;

namespace Infra.Local.Protocol.Wire;

/// <summary>A list that is returned in pages.</summary>
/// <remarks>
/// The token of the next page is the place of the last item, so items that are created or deleted in the meantime
/// neither repeat nor hide others; a page reads no more items than it returns. To clients the token has no meaning.
/// </remarks>
/// <param name="Member">The name of the list in the answer.</param>
/// <param name="Usual">The size of a page if the call does not give one.</param>
internal sealed record Page(string Member, int Usual = 100)
{
    /// <summary>The name of the page size in requests.</summary>
    public string Size { get; init; } = "maxResults";

    /// <summary>The name of the next page's token in requests and answers.</summary>
    public string Token { get; init; } = "nextToken";

    /// <summary>The error for an invalid token.</summary>
    public string Invalid { get; init; } = "ValidationException";

    /// <summary>A page with the names of services that use capital first letters.</summary>
    public static Page Capital(string member, int usual, string invalid = "ValidationException") =>
        new(member, usual) { Size = "MaxResults", Token = "NextToken", Invalid = invalid };

    /// <summary>The requested page of rows.</summary>
    /// <param name="call">The call, with the start and length of the page.</param>
    /// <param name="after">The rows after a place, in their order.</param>
    /// <param name="shown">Makes the answer's form of a row.</param>
    public Reply Of<T>(Call call, Func<string, IEnumerable<T>> after, Func<T, JsonObject> shown)
        where T : Row => Of(call, place => after(place).Select(row => (row.Order, row)), shown);

    /// <summary>The requested page of a short list.</summary>
    /// <param name="call">The call, with the start and length of the page.</param>
    /// <param name="items">All items with their places, in the order of the places.</param>
    public Reply Of(Call call, IReadOnlyList<(string Place, JsonObject Shown)> items) => Of(
        call, place => items.SkipWhile(item => string.CompareOrdinal(item.Place, place) <= 0), shown => shown);

    /// <summary>The place of a number, in a list with the highest first.</summary>
    public static string HighestFirst(int number) =>
        (int.MaxValue - number).ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>The requested page.</summary>
    /// <param name="call">The call, with the start and length of the page.</param>
    /// <param name="after">The items after a place, each with its own place, in order.</param>
    /// <param name="shown">Makes the answer's form of an item.</param>
    public Reply Of<T>(Call call, Func<string, IEnumerable<(string Place, T Item)>> after, Func<T, JsonObject> shown)
    {
        if (Place(call[Token]) is not { } start)
        {
            return new Fault(Invalid, "The token that you provided isn't valid. Retry with a different token.");
        }

        var count = call.Number(Size) ?? Usual;
        var page = after(start).Take(count + 1).ToList();
        return new JsonObject
        {
            [Member] = new JsonArray([.. page.Take(count).Select(item => shown(item.Item))]),
            [Token] = page.Count > count ? Spelled(page[count - 1].Place) : null,
        };
    }

    private static string Spelled(string place)
    {
        var bytes = Encoding.UTF8.GetBytes(place);
        var check = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32.Of(bytes));
        return Base64Url.EncodeToString([.. check, .. bytes]);
    }

    /// <summary>The place in a token; empty without a token, null when the token is not valid here.</summary>
    private static string? Place(string? token)
    {
        if (token is null)
        {
            return "";
        }

        var bytes = Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        return bytes.Length >= sizeof(uint)
            && BinaryPrimitives.ReadUInt32BigEndian(bytes) == Crc32.Of(bytes.AsSpan(sizeof(uint)))
                ? Encoding.UTF8.GetString(bytes.AsSpan(sizeof(uint)))
                : null;
    }
}
