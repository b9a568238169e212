namespace Infra.Spelling;

/// <summary>One field of a CSV file that spreadsheets and programs read.</summary>
/// <remarks>Sources: RFC 4180; OWASP, "CSV Injection": a spreadsheet reads a field that starts with <c>=</c>, <c>+</c>,
/// <c>-</c>, <c>@</c>, a tab or a line end as a formula; an apostrophe before it prevents that.</remarks>
public static class CsvText
{
    /// <summary>The field, in quotes where CSV requires them.</summary>
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
