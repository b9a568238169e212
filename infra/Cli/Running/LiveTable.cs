using System.Globalization;
using Infra.Smoke.Judging;
using Infra.Smoke.Reports;
using Spectre.Console;

namespace Infra.Cli.Running;

/// <summary>A table of the latest cases, with the number of cases by status.</summary>
/// <param name="count">The number of cases.</param>
internal sealed class LiveTable(int count)
{
    private const int Rows = 12;

    private readonly Queue<CaseResult> _last = new(Rows);
    private readonly SortedDictionary<CaseStatus, int> _done = [];

    /// <summary>Adds a case that is done.</summary>
    public void Add(CaseResult result)
    {
        if (_last.Count == Rows)
        {
            _last.Dequeue();
        }

        _last.Enqueue(result);
        _done[result.Status] = _done.GetValueOrDefault(result.Status) + 1;
    }

    /// <summary>The current table.</summary>
    public Table Render()
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false }.AddColumns("", "", "", "");
        foreach (var result in _last)
        {
            table.AddRow(
                new Text($"{result.Status}", Style(result.Status)),
                new Text(Excerpt.Of(result.Id.ToString())),
                new Text(result.Target.ToString()),
                new Text(result.Effort));
        }

        return table.Caption(new TableTitle(Markup.Escape(Sums())));
    }

    private string Sums()
    {
        var kinds = _done.Select(kind => string.Create(
            CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key.ToString().ToLowerInvariant()}"));
        return string.Create(
            CultureInfo.InvariantCulture, $"{_done.Values.Sum()} of {count} done: {string.Join(", ", kinds)}");
    }

    private static Style Style(CaseStatus status) => new(status switch
    {
        CaseStatus.Passed => Color.Green,
        CaseStatus.Warned or CaseStatus.Unjudged => Color.Yellow,
        CaseStatus.NotRun => Color.Grey,
        CaseStatus.Failed or CaseStatus.Unknown or CaseStatus.Error => Color.Red,
    });
}
