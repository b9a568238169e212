using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Cli.Aws;
using Infra.Diagnostics;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Smoke.Reports;
using Infra.Smoke.Serving;

namespace Infra.Cli.Running;

/// <summary>Reads what is deployed before anything is called, and compares it with the stack's files.</summary>
/// <param name="tested">The stack.</param>
/// <param name="attempts">Repeats calls.</param>
/// <param name="earlyEnd">Ends the run when AWS cannot be reached at all.</param>
/// <param name="options">The timeout of a call, and where to deploy.</param>
internal sealed class DeployedCheck(StackUnderTest tested, Attempts attempts, EarlyEnd earlyEnd, SmokeOptions options)
{
    private readonly ConcurrentDictionary<string, Task<Attempted<Deployed>>> _prompts = new(StringComparer.Ordinal);

    /// <summary>Checks a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="at">The place of its definition.</param>
    public async Task<TargetCheck> Of(SmokeTarget target, Location at)
    {
        if (!target.IsDeployed)
        {
            var missing = $"there is no alias {target.Parameter}. {Aliases.Deploy(tested.Stack, options.Local)}.";
            return new(target, Verdict: null, missing, []);
        }

        if (Provenance.OfArn(target, at) is { } other)
        {
            return new(target, other, Error: null, []);
        }

        var read = target.Kind is "flow"
            ? await attempts
                .Make(token => Deployed.Flow(tested.Aws, target.Arn, token), options.Timeout, earlyEnd.Token)
                .ConfigureAwait(false)
            : await Prompt(target.Arn).ConfigureAwait(false);
        return read.Outcome switch
        {
            AwsOutcome<Deployed>.Answered { Value: var deployed } =>
                await Judged(target with { Version = deployed.Version }, deployed, at).ConfigureAwait(false)
                    with
                { Retries = read.Retries },
            AwsOutcome<Deployed>.Failed failed => Unread(target, failed, read.Retries),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<TargetCheck> Judged(SmokeTarget target, Deployed deployed, Location at)
    {
        var expected = tested.Expected.Of(target.Name);
        var verdict = Provenance.OfRelease(target, tested.Expected.Release(target.Name), tested.Stack, at)
            ?? Provenance.OfContent(
                target, expected, tested.Expected.AsWritten(target.Name, expected, deployed.Content), at);
        if (verdict.Outcome is not Outcome.Pass)
        {
            return new(target, verdict, Error: null, []);
        }

        foreach (var prompt in tested.Expected.Prompts(target.Name, deployed.Content))
        {
            var read = await Prompt(prompt.Arn).ConfigureAwait(false);
            switch (read.Outcome)
            {
                case AwsOutcome<Deployed>.Answered { Value: var called }
                    when Provenance.OfCalled(
                        prompt, tested.Expected.AsWritten(prompt.Name, prompt.Variants, called.Content), at)
                        is { } other:
                    return new(target, other, Error: null, read.Retries);
                case AwsOutcome<Deployed>.Failed failed:
                    return Unread(target, failed, read.Retries);
            }
        }

        return new(target, verdict, Error: null, []);
    }

    /// <summary>Reads each prompt once; several flows may call it.</summary>
    private Task<Attempted<Deployed>> Prompt(string arn) => _prompts.GetOrAdd(
        arn, key => attempts.Make(token => Deployed.Prompt(tested.Aws, key, token), options.Timeout, earlyEnd.Token));

    /// <summary>The result for a target that could not be read; reading is fast, so a timeout affects all
    /// targets.</summary>
    private TargetCheck Unread(
        SmokeTarget target, AwsOutcome<Deployed>.Failed failed, ImmutableArray<Retry> retries)
    {
        if (failed.Failure is { IsOfAll: true } or AwsFailure.TimedOut)
        {
            earlyEnd.Request(failed.Failure.Message.TrimEnd('.'));
        }

        return new(target, Verdict: null, $"the deployed content could not be read. {failed.Failure.Message}", retries);
    }
}
