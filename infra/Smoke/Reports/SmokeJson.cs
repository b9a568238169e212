using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Infra.Smoke.Cases;
using Infra.Smoke.Comparing;
using Infra.Smoke.Json;
using Infra.Smoke.Judging;
using Infra.Smoke.Rubrics;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Smoke.Reports;

/// <summary>Reports as JSON for programs.</summary>
public static class SmokeJson
{
    /// <summary>The version of the format; it is raised when programs that read it must change.</summary>
    public const int FormatVersion = 1;

    /// <summary>The report.</summary>
    public static Value.Map Render(SmokeReport report) => Map(
        ("formatVersion", FormatVersion),
        ("stack", report.Stack),
        ("startedAt", report.StartedAt.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)),
        ("durationMs", Milliseconds(report.Duration)),
        ("end", StatusWords.Of(report.End)),
        ("stopped", Text(report.Stopped)),
        ("counts", Map(Enum.GetValues<CaseStatus>()
            .Select(status => (StatusWords.Of(status), (Value?)report.Count(status))))),
        ("retries", List(report.Retries.Select(Render))),
        ("comparison", report.Comparison is null ? null : ComparisonText.Json(report.Comparison)),
        ("cases", List(report.Cases.Select(Render))));

    /// <summary>
    /// The cases of an earlier report that did not pass, for <c>--last-failed</c>. Null when it is not such a report.
    /// </summary>
    public static ImmutableHashSet<CaseId>? NotPassed(JsonElement report) =>
        Member(report, "formatVersion") is { ValueKind: JsonValueKind.Number } version
        && version.TryGetInt32(out var number)
        && number == FormatVersion
        && Member(report, "cases") is { ValueKind: JsonValueKind.Array } cases
            ? [.. cases.EnumerateArray().Where(IsNotPassed).Select(IdOf)]
            : null;

    /// <summary>A report of cases that did not pass, which <see cref="NotPassed"/> can read.</summary>
    public static Value.Map Remember(ImmutableHashSet<CaseId> cases) => Map(
        ("formatVersion", FormatVersion),
        ("cases", List(cases.OrderBy(test => test.ToString(), StringComparer.Ordinal).Select(test => (Value)Map(
            ("definition", test.Definition), ("name", test.Name), ("status", StatusWords.Of(CaseStatus.Failed)))))));

    private static bool IsNotPassed(JsonElement test) => TextOf(test, "status") is not ("passed" or "warned");

    private static CaseId IdOf(JsonElement test) => new(TextOf(test, "definition"), TextOf(test, "name"));

    private static string TextOf(JsonElement test, string key) =>
        Member(test, key) is { } value ? JsonText.Of(value) : "";

    private static JsonElement? Member(JsonElement element, string key) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value : null;

    private static Value Render(CaseResult test) => Map(
        ("definition", test.Id.Definition),
        ("name", test.Id.Name),
        ("at", test.At.ToString()),
        ("status", StatusWords.Of(test.Status)),
        ("needed", test.Rule.Needed),
        ("target", Render(test.Target)),
        ("provenance", test.Provenance is null ? null : Render(test.Provenance)),
        ("runs", List(test.Runs.Select(Render))));

    private static Value Render(SmokeTarget target) => Map(
        ("kind", target.Kind),
        ("release", target.Release is { } release ? release : "draft"),
        ("version", Text(target.Version)),
        ("arn", target.Arn),
        ("parameter", Text(target.Parameter)),
        ("digest", Text(target.Digest)));

    private static Value Render(RunResult run) => Map(
        ("outcome", run.Outcome is { } outcome ? StatusWords.Of(outcome) : "error"),
        ("error", Text(run.Error)),
        ("answer", run.Answer is null ? null : Render(run.Answer)),
        ("verdicts", List(run.Verdicts.Select(Render))),
        ("retries", List(run.Retries.Select(Render))));

    private static Value Render(Retry retry) => Map(("reason", retry.Reason), ("waitedMs", Milliseconds(retry.Waited)));

    private static Value Render(Verdict verdict) => Map(
        ("outcome", StatusWords.Of(verdict.Outcome)),
        ("expectation", verdict.Expectation),
        ("reason", verdict.Reason),
        ("at", verdict.At.ToString()),
        ("rubrics", verdict.Rubrics.IsEmpty ? null : List(verdict.Rubrics.Select(Render))));

    private static Value Render(JudgedRubric rubric) => Map(
        ("rubric", rubric.Criterion),
        ("judge", rubric.Judge.Length == 0 ? null : rubric.Judge),
        ("instruction", JudgeQuestion.Version),
        ("needed", rubric.Rule.Needed),
        ("obstacle", Text(rubric.Obstacle)),
        ("doubt", Text(rubric.Doubt)),
        ("votes", List(rubric.Votes.Select(vote => Map(
            ("vote", vote.Word), ("reason", vote.Reason), ("costUsd", Number(vote.Cost)))))));

    private static Value Render(AnswerSummary answer) => Map(
        ("text", Text(answer.Text)),
        ("tools", Texts(answer.Tools)),
        ("path", Texts(answer.Path)),
        ("stopReason", Text(answer.StopReason)),
        ("model", Text(answer.Model)),
        ("requestId", Text(answer.RequestId)),
        ("latencyMs", answer.Latency is { } latency ? Milliseconds(latency) : null),
        ("inputTokens", Number(answer.Usage.Input)),
        ("outputTokens", Number(answer.Usage.Output)),
        ("totalTokens", Number(answer.Usage.Total)),
        ("costUsd", Number(answer.Cost)));

    private static Value? Text(string? text) => text is null ? null : text;

    private static Value? Number(decimal? number) => number is { } known ? known : null;

    private static Value Milliseconds(TimeSpan duration) => Math.Round((decimal)duration.TotalMilliseconds, 1);

    private static Value? Texts(ImmutableArray<string> texts) =>
        texts.IsEmpty ? null : List(texts.Select(text => (Value)text));
}
