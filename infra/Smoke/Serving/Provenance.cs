using System.Text.RegularExpressions;
using Infra.Diagnostics;
using Infra.Rendering;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Values;

namespace Infra.Smoke.Serving;

/// <summary>Checks that the deployed content is the repository's: an answer from other content proves
/// nothing.</summary>
public static partial class Provenance
{
    private const string Words = "provenance";

    /// <summary>How many characters are shown before a difference.</summary>
    private const int Lead = 20;

    /// <summary>Reports an alias whose ARN cannot be called; null if it can.</summary>
    public static Verdict? OfArn(SmokeTarget target, Location at) =>
        (target.Kind is "flow" ? FlowAlias() : Prompt()).IsMatch(target.Arn) ? null : new(
            Outcome.Fail,
            $"the alias contains {Excerpt.Quote(target.Arn)}, which is not the ARN of a "
                + (target.Kind is "flow" ? "flow's alias" : "prompt"),
            Words,
            at);

    /// <summary>Reports an alias that leads to another release than the stack's file states.</summary>
    /// <param name="target">The target of the alias.</param>
    /// <param name="release">The release in the file; null for a draft.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="at">The definition.</param>
    public static Verdict? OfRelease(SmokeTarget target, int? release, string stack, Location at) =>
        target.Release == release ? null : new(
            Outcome.Fail,
            $"the alias leads to {Named(target.Release)}, but Pulumi.{stack}.yaml says {Named(release)}. Deploy the "
                + "stack, or check out the revision that was deployed",
            Words,
            at);

    /// <summary>Compares the deployed content with the expected one.</summary>
    /// <param name="target">The target of the alias.</param>
    /// <param name="expected">The expected content, in CloudFormation's spelling.</param>
    /// <param name="deployed">The content as returned by AWS.</param>
    /// <param name="at">The definition.</param>
    public static Verdict OfContent(SmokeTarget target, Value expected, Value deployed, Location at)
    {
        var whole = target.Kind is "flow" ? "Definition" : "Variants";
        return DeployedContent.First(expected, deployed, whole) is { } difference
            ? new(Outcome.Fail, $"{Served(target)} is not what is deployed: {Text(difference)}", Words, at)
            : new(Outcome.Pass, $"{Served(target)} is deployed, {target.Digest}", Words, at);
    }

    /// <summary>Compares a prompt that a flow calls with the expected content; null if they are equal.</summary>
    public static Verdict? OfCalled(CalledPrompt prompt, Value deployed, Location at) =>
        DeployedContent.First(prompt.Variants, deployed, "Variants") is { } difference
            ? new(Outcome.Fail, $"the prompt {prompt.Name} that it calls differs: {Text(difference)}", Words, at)
            : null;

    /// <summary>The expected and the deployed value at a place, each cut around their difference.</summary>
    public static string Text(ContentDifference difference)
    {
        var (expected, actual) = (Spelt(difference.Expected), Spelt(difference.Actual));
        var start = Start(expected, expected.AsSpan().CommonPrefixLength(actual));
        return $"{difference.Place} should be {Part(expected, start)}, but is {Part(actual, start)}";
    }

    private static string Served(SmokeTarget target) => $"{Named(target.Release)} of {target.Name}";

    private static string Named(int? release) => release is { } number ? $"release {number}" : "the working file";

    private static string Spelt(Value value) => value is Value.Null ? "" : ValueText.Of(value);

    private static string Part(string text, int start) => text.Length == 0
        ? "nothing"
        : $"{(start > 0 ? "..." : "")}{Excerpt.Quote(text[Math.Min(start, text.Length)..])}";

    /// <summary>The start of an excerpt shortly before the difference, at the start of a word if possible.</summary>
    private static int Start(string text, int difference)
    {
        var start = Math.Max(0, difference - Lead);
        var word = start == 0 ? 0 : text.IndexOf(' ', start, difference - start) + 1;
        return word > 0 ? word : start;
    }

    [GeneratedRegex(@"^arn:[^:]+:bedrock:[^:]*:[^:]*:prompt/[^:/]+(:[^:/]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^arn:[^:]+:bedrock:[^:]*:[^:]*:flow/[^:/]+/alias/[^:/]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex FlowAlias();
}
