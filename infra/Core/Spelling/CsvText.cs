namespace Infra.Spelling;

/// <summary>A field of CSV, for spreadsheets and programs.</summary>
/// <remarks>Sources: RFC 4180; OWASP, "CSV Injection": a spreadsheet takes a field that starts with <c>=</c>,
/// <c>+</c>, <c>-</c>, <c>@</c>, a tab or a line end for a formula, and an apostrophe before it stops that.</remarks>
public static class CsvText
{
    /// <summary>The field, quoted where it must be.</summary>
    public static string Of(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text ?? "";
        return safe.AsSpan().ContainsAny("\",\r\n")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>A line of fields.</summary>
    public static string Line(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Of));
}
