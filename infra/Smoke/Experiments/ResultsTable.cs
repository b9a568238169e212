using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Infra.Diagnostics;

namespace Infra.Smoke.Experiments;

/// <summary>Results in a file, as a table, whatever wrote the file.</summary>
/// <param name="File">The name in messages.</param>
/// <param name="Columns">The names of the columns, in lower case.</param>
/// <param name="Rows">The rows.</param>
public sealed record ResultsTable(string File, ImmutableArray<string> Columns, ImmutableArray<ResultsRow> Rows)
{
    /// <summary>The prefix of a caller's metadata in the invocation log.</summary>
    private const string Metadata = "requestmetadata.";

    /// <summary>Reads comma-separated values with a header, or the output of <c>aws logs
    /// get-query-results</c>.</summary>
    public static Checked<ResultsTable> Read(string file, string text) =>
        text.AsSpan().TrimStart(" \t\r\n\uFEFF") is ['{' or '[', ..] ? OfInsights(file, text) : OfLines(file, text);

    /// <summary>The index of a column; -1 if there is none.</summary>
    public int Column(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Columns.IndexOf(name) is var at and >= 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static Checked<ResultsTable> OfLines(string file, string text)
    {
        var rows = text.TrimStart('\uFEFF').Split('\n')
            .Select((line, number) => new ResultsRow(number + 1, Cells(line.TrimEnd('\r'))))
            .Where(row => row.Cells is not [""])
            .ToArray();
        if (rows is not [var header, ..])
        {
            return new(null, [Problems.NoResults(Location.StartOf(file))]);
        }

        var columns = header.Cells.Select(Name).ToImmutableArray();
        var uneven = rows.FirstOrDefault(row => row.Cells.Length != columns.Length);
        return uneven is null
            ? new(new ResultsTable(file, columns, [.. rows.Skip(1)]), [])
            : new(null,
            [
                Problems.UnevenResults(new(file, uneven.Line, 1), uneven.Cells.Length, columns.Length),
            ]);
    }

    private static Checked<ResultsTable> OfInsights(string file, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var results = json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("results", out var inside) ? inside : json.RootElement;
            var rows = results.EnumerateArray()
                .Select(row => row.EnumerateArray().ToDictionary(
                    field => Name(field.GetProperty("field").GetString()!),
                    field => field.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "",
                    StringComparer.Ordinal))
                .ToArray();
            var columns = rows.SelectMany(row => row.Keys).Distinct().Where(name => name[0] != '@').ToImmutableArray();
            return new(
                new ResultsTable(file, columns,
                [
                    .. rows.Select((row, number) => new ResultsRow(
                        number + 1, [.. columns.Select(column => row.GetValueOrDefault(column, ""))])),
                ]),
                rows.Length == 0 ? [Problems.NoResults(Location.StartOf(file))] : []);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException
            or ArgumentException or IndexOutOfRangeException)
        {
            return new(null, [Problems.NoInsightsResults(Location.StartOf(file))]);
        }
    }

    private static string Name(string written)
    {
        var name = written.Trim().ToLowerInvariant();
        return name.StartsWith(Metadata, StringComparison.Ordinal) ? name[Metadata.Length..] : name;
    }

    /// <summary>The cells of a line; commas in quotes do not separate, and two quotes are one.</summary>
    private static ImmutableArray<string> Cells(string line)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        var (cell, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells.ToImmutable();
    }
}

/// <summary>A row of results.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Cells">Its cells, as many as there are columns.</param>
public sealed record ResultsRow(int Line, ImmutableArray<string> Cells);
