using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Cli.Aws;
using Infra.Smoke.Judging;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>Runs cases, several at once, and reports each when all of its runs are done.</summary>
/// <param name="attempts">Repeats calls.</param>
/// <param name="earlyEnd">Can end the run early.</param>
/// <param name="options">How many at once, for how long, at what cost.</param>
/// <param name="spending">Counts the costs.</param>
internal sealed class CaseRunner(Attempts attempts, EarlyEnd earlyEnd, SmokeOptions options, Spending spending)
{
    private readonly Lock _turn = new();

    /// <summary>The results of all cases, in the order of the cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="tell">Called with the number of a case and its result, one at a time.</param>
    public async Task<ImmutableArray<CaseResult>> Run(
        ImmutableArray<ReadyCase> cases, Action<int, CaseResult> tell)
    {
        var open = cases.Select(ready => new OpenCase(ready)).ToArray();
        var runs = open.SelectMany((test, number) =>
            Enumerable.Range(0, test.Ready.Case.Runs.Runs).Select(run => (Test: test, Number: number, Run: run)));
        await Parallel.ForEachAsync(
            runs,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = CancellationToken.None },
            async (job, _) =>
            {
                var result = job.Test.Result is null ? await Once(job.Test.Ready).ConfigureAwait(false) : null;
                lock (_turn)
                {
                    if (job.Test.Finish(job.Run, result))
                    {
                        tell(job.Number, job.Test.Result!);
                    }
                }
            }).ConfigureAwait(false);
        return [.. open.Select(test => test.End(earlyEnd.Reason))];
    }

    /// <summary>Makes one run; null when the whole run has ended.</summary>
    private async Task<RunResult?> Once(ReadyCase ready)
    {
        if (earlyEnd.Reason is not null)
        {
            return null;
        }

        try
        {
            var made = await attempts.Make(
                stop => ready.Calls.Make(ready.Check.Target.Arn, ready.Model, ready.Case.Input, stop),
                ready.Case.Timeout ?? options.Timeout,
                earlyEnd.Token).ConfigureAwait(false);
            return made.Outcome switch
            {
                AwsOutcome<Answer>.Answered { Value: var answer } =>
                    await Judged(ready, answer, made.Retries).ConfigureAwait(false),
                AwsOutcome<Answer>.Failed { Failure: var failure } => Failed(ready, failure, made.Retries),
                _ => throw new UnreachableException(),
            };
        }
        catch (OperationCanceledException) when (earlyEnd.Reason is not null)
        {
            return null;
        }
    }

    private async Task<RunResult> Judged(ReadyCase ready, Answer answer, ImmutableArray<Retry> retries)
    {
        spending.Add(answer.Cost);
        var judged = await ready.Judge.Judge(ready.Case, answer, ready.Model).ConfigureAwait(false);
        return RunResult.Of(ready.Case, judged, retries);
    }

    /// <summary>A failed run; without credentials or a connection, no other call can succeed either.</summary>
    private RunResult Failed(ReadyCase ready, AwsFailure failure, ImmutableArray<Retry> retries)
    {
        if (failure.IsOfAll)
        {
            earlyEnd.Request(failure.Message);
        }

        return RunResult.Failed(ready.Case, failure.Message, retries);
    }

    /// <summary>A case whose runs are in progress.</summary>
    private sealed class OpenCase(ReadyCase ready)
    {
        private readonly RunResult?[] _runs = new RunResult?[ready.Case.Runs.Runs];
        private int _remaining = ready.Case.Runs.Runs;

        public ReadyCase Ready => ready;

        public CaseResult? Result { get; private set; } = ready.Uncalled();

        /// <summary>Adds a run; returns true if it completes the case.</summary>
        public bool Finish(int run, RunResult? result)
        {
            _runs[run] = result;
            _remaining--;
            if (_remaining == 0 && Result is null && !_runs.Contains(null))
            {
                Result = ready.Result(_runs.OfType<RunResult>());
            }

            return _remaining == 0 && Result is not null;
        }

        /// <summary>The result when there are no more runs: those that were cut off are errors, never
        /// failures.</summary>
        public CaseResult End(string? reason) => Result ??= ready.Result(_runs.All(run => run is null)
            ? []
            : _runs.Select(run => run ?? RunResult.Failed(ready.Case, $"The run ended early: {reason}", [])));
    }
}
