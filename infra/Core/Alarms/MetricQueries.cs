using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>Evaluates statistics and expressions that refer to one another.</summary>
/// <param name="Queries">All of them.</param>
/// <param name="Times">The starts of all periods, oldest first.</param>
/// <param name="Period">The length of each period.</param>
/// <param name="Read">Reads a statistic.</param>
public sealed record MetricQueries(
    ImmutableArray<MetricQuery> Queries,
    ImmutableArray<DateTimeOffset> Times,
    TimeSpan Period,
    Func<MetricStatistic, Series> Read)
{
    private readonly Dictionary<string, MathResult?> _known = new(StringComparer.Ordinal);

    /// <summary>The result of one of them.</summary>
    public MathResult Of(string id)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known ?? new MathResult.Wrong($"'{id}' mentions itself.");
        }

        if (Queries.FirstOrDefault(query => query.Id == id) is not { } asked)
        {
            return new MathResult.Wrong($"There is no '{id}'.");
        }

        _known[id] = null;
        var result = asked.Statistic is { } statistic ? new MathResult.Line(Read(statistic)) : Worked(asked);
        _known[id] = result;
        return result;
    }

    private MathResult Worked(MetricQuery asked) => MathReader.Read(asked.Expression ?? "") switch
    {
        ({ } expression, _) => new MathEvaluation(new(Times, Period, Metrics(), Of)).Of(expression),
        (null, var problem) => new MathResult.Wrong($"'{asked.Expression}' cannot be read. {problem}"),
    };

    private ImmutableArray<(string Id, Series Series)> Metrics() =>
    [
        .. from query in Queries
           where query.Statistic is not null
           select (query.Id, Of(query.Id) is MathResult.Line line ? line.Series : Series.Empty),
    ];
}
