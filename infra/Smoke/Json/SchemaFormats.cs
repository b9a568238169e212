using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Infra.Smoke.Json;

/// <summary>The formats of a JSON schema.</summary>
internal static class SchemaFormats
{
    private static readonly string[] DateTimes = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The formats that are checked.</summary>
    public static readonly ImmutableArray<string> Names = ["date", "date-time", "email", "uri", "uuid"];

    /// <summary>The requirement of a format.</summary>
    public static SchemaRule Rule(string format) => (value, path) =>
        value.ValueKind is not JsonValueKind.String || Fits(value.GetString()!, format)
            ? null
            : $"{path} is no {format}";

    private static bool Fits(string text, string format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => IsDateTime(text),
        "email" => IsAddress(text),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        _ => Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && text.StartsWith($"{uri.Scheme}:", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>RFC 3339 requires a time zone; .NET would assume the machine's.</summary>
    private static bool IsDateTime(string text) =>
        text is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _]
        && DateTimeOffset.TryParseExact(text, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == text.LastIndexOf('@')
        && at < text.Length - 1
        && !text.Any(char.IsWhiteSpace);
}
