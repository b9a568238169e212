using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Cli.Aws;
using Infra.Definitions;
using Infra.Models;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Smoke.Rubrics;

namespace Infra.Cli.Running;

/// <summary>Has a model judge the rubrics of cases, after trying it on their samples.</summary>
/// <param name="aws">The AWS clients for the judge.</param>
/// <param name="stated">The judge in the stack's settings; null for none.</param>
/// <param name="models">The known facts about models, and their prices.</param>
/// <param name="asking">How the judge is asked.</param>
internal sealed class RubricJudge(AwsClients aws, Judge? stated, ModelCatalog models, Asking asking)
{
    private readonly ConcurrentDictionary<(string, string), Lazy<Task<JudgedRubric>>> _tried = [];

    /// <summary>An answer with the judge's votes; for a case without rubrics, no judge is asked.</summary>
    /// <param name="test">The case.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="model">The model, or the models of a flow, that gave it; null when that is unknown.</param>
    public async Task<Answer> Judge(SmokeCase test, Answer answer, string? model)
    {
        var rubrics = RubricChecks.Of(test.Expectations);
        if (rubrics.IsEmpty)
        {
            return answer;
        }

        var judge = test.Judge?.Or(stated) ?? stated;
        var name = judge?.Model?.Value ?? "";
        var obstacle = asking.Obstacle
            ?? (name.Length == 0 ? "there is no judge: set bedrock-prompts:judge, or 'judge' in the test" : null)
            ?? (answer.Text is null ? "the text of the answer is unknown" : null)
            ?? await Obstacle(test, judge!, rubrics).ConfigureAwait(false);
        return obstacle is null
            ? answer with
            {
                Rubrics = await Judged(rubrics, async rubric =>
                    await Votes(judge!, rubric, test, answer).ConfigureAwait(false) with
                    {
                        Doubt = Doubt(test, name, model),
                    }).ConfigureAwait(false),
            }
            : answer with
            {
                Rubrics = rubrics.ToImmutableDictionary(
                    rubric => rubric,
                    rubric => JudgedRubric.Nobody(rubric, name, test.Question.Redaction.Apply(obstacle))),
            };
    }

    private string? Doubt(SmokeCase test, string judge, string? model) =>
        model is not null && model.Split(", ").Any(tested => JudgesOfThemselves.IsSame(models, judge, tested))
            ? "the judge is the model that answered"
            : JudgeTrial.Doubt(test);

    /// <summary>Why the judge is not trustworthy for a case; the same trial is made only once.</summary>
    private async Task<string?> Obstacle(SmokeCase test, Judge judge, ImmutableArray<string> rubrics)
    {
        var judged = ImmutableArray.CreateBuilder<ImmutableDictionary<string, JudgedRubric>>();
        foreach (var answer in JudgeTrial.Answers(test))
        {
            judged.Add(await Judged(rubrics, rubric =>
            {
                var question = JudgeQuestion.Of(rubric, test, answer);
                return _tried.GetOrAdd(
                    ($"{judge.Model!.Value} {judge.Votes}", question.Text),
                    _ => new(() => Votes(judge, rubric, test, answer))).Value;
            }).ConfigureAwait(false));
        }

        return JudgeTrial.Obstacle(test, judged.ToImmutable());
    }

    private static async Task<ImmutableDictionary<string, JudgedRubric>> Judged(
        ImmutableArray<string> rubrics, Func<string, Task<JudgedRubric>> judge)
    {
        var judged = ImmutableDictionary.CreateBuilder<string, JudgedRubric>(StringComparer.Ordinal);
        foreach (var rubric in rubrics)
        {
            judged[rubric] = await judge(rubric).ConfigureAwait(false);
        }

        return judged.ToImmutable();
    }

    private async Task<JudgedRubric> Votes(Judge judge, string rubric, SmokeCase test, Answer answer)
    {
        var (model, question) = (judge.Model!.Value, JudgeQuestion.Of(rubric, test, answer));
        var votes = ImmutableArray.CreateBuilder<Vote>();
        while (votes.Count < judge.Votes.Of)
        {
            var asked = await asking.Attempts.Make(
                stop => JudgeCall.Ask(aws, model, models.Of(model), question, stop),
                asking.Timeout,
                asking.EarlyEnd.Token).ConfigureAwait(false);
            switch (asked.Outcome)
            {
                case AwsOutcome<PromptAnswer>.Answered { Value: var said }:
                    var cost = said.Tokens.Cost(models.Price(model));
                    asking.Spending.Add(cost);
                    var vote = JudgeCall.Vote(said);
                    votes.Add(vote with { Reason = test.Question.Redaction.Apply(vote.Reason), Cost = cost });
                    break;
                case AwsOutcome<PromptAnswer>.Failed { Failure: var failure }:
                    return JudgedRubric.Nobody(rubric, model, $"the judge could not be asked: {failure.Message}");
                default:
                    throw new UnreachableException();
            }
        }

        return new(rubric, model, judge.Votes, votes.ToImmutable());
    }
}

/// <summary>How judges are asked.</summary>
/// <param name="Attempts">Repeats calls.</param>
/// <param name="EarlyEnd">Can end the run early.</param>
/// <param name="Spending">Counts the costs.</param>
/// <param name="Timeout">The timeout of a vote.</param>
/// <param name="Obstacle">Why no judge is asked at all; null if they may be.</param>
internal sealed record Asking(
    Attempts Attempts, EarlyEnd EarlyEnd, Spending Spending, TimeSpan Timeout, string? Obstacle);
