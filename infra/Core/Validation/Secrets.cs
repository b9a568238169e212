using System.Buffers;

namespace Infra.Validation;

/// <summary>Finds what looks like a secret: keys and tokens with a form of their own.</summary>
/// <remarks>
/// Only forms that their issuers document, so that prose is never taken for one. Sources, read 2026-11-21: AWS IAM user
/// guide, "IAM identifiers"; Amazon Bedrock user guide, "API keys";
/// GitHub, "About authentication to GitHub"; Slack, "Token
/// types"; GitLab, "Token overview"; RFC 7468 (keys) and RFC 7519 (JSON web tokens).
/// </remarks>
internal static class Secrets
{
    private const int SecretKeyLength = 40;

    /// <summary>Characters by which a secret shows its form; a JSON web token the latest, at its second dot.</summary>
    private const int Longest = 2048;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> Upper = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly SearchValues<char> Alphanumeric = SearchValues.Create(Letters);
    private static readonly SearchValues<char> Word = SearchValues.Create(Letters + "_");
    private static readonly SearchValues<char> Dashed = SearchValues.Create(Letters + "_-");
    private static readonly SearchValues<char> Dotted = SearchValues.Create(Letters + "_-.");
    private static readonly SearchValues<char> Slashed = SearchValues.Create(Letters + "+/");
    private static readonly SearchValues<char> Base64 = SearchValues.Create(Letters + "+/=");

    private static readonly Form[] Forms =
    [
        new("AKIA", "An AWS access key", Upper, 16),
        new("ASIA", "An AWS access key", Upper, 16),
        new("ABSK", "An Amazon Bedrock API key", Base64, 60),
        new("bedrock-api-key-", "An Amazon Bedrock API key", Base64, 40),
        new("-----BEGIN ", "A private key", Upper, 0),
        new("ghp_", "A GitHub token", Alphanumeric, 36),
        new("gho_", "A GitHub token", Alphanumeric, 36),
        new("ghu_", "A GitHub token", Alphanumeric, 36),
        new("ghs_", "A GitHub token", Alphanumeric, 36),
        new("ghr_", "A GitHub token", Alphanumeric, 36),
        new("github_pat_", "A GitHub token", Word, 36),
        new("glpat-", "A GitLab token", Dashed, 20),
        new("xoxa-", "A Slack token", Dashed, 10),
        new("xoxb-", "A Slack token", Dashed, 10),
        new("xoxe-", "A Slack token", Dashed, 10),
        new("xoxp-", "A Slack token", Dashed, 10),
        new("xoxr-", "A Slack token", Dashed, 10),
        new("xoxs-", "A Slack token", Dashed, 10),
        new("xapp-", "A Slack token", Dashed, 10),
        new("hooks.slack.com/services/T", "A Slack webhook", Slashed, 20),
        new("eyJ", "A JSON web token", Dotted, 30),
        new("sk-ant-", "An Anthropic API key", Dashed, 20),
        new("sk-proj-", "An OpenAI API key", Dashed, 20),
        new("sk-", "An API key", Alphanumeric, 32),
        new("sk_live_", "A Stripe key", Alphanumeric, 16),
        new("rk_live_", "A Stripe key", Alphanumeric, 16),
        new("AIza", "A Google API key", Dashed, 35),
        new("hf_", "A Hugging Face token", Alphanumeric, 30),
        new("npm_", "An npm token", Alphanumeric, 36),
        new("pypi-", "A PyPI token", Dashed, 50),
    ];

    private static readonly SearchValues<string> Starts =
        SearchValues.Create([.. Forms.Select(form => form.Start), "ecret", "ECRET"], StringComparison.Ordinal);

    private static readonly string[] SecretKeyLabels = ["ecret_access_key", "ecretAccessKey", "ecret access key"];

    /// <summary>The secrets of a text, in its order: where and what kind, never which.</summary>
    public static IEnumerable<(int Offset, string Kind)> In(string text)
    {
        for (var at = Next(text, 0); at >= 0;)
        {
            var length = 1;
            if (FollowsWord(text, at) is false && Array.Find(Forms, form => Fits(form, Ahead(text, at))) is { } form)
            {
                yield return (at, form.Kind);
                length = form.Start.Length + form.Least;
            }
            else if (SecretAccessKey(Ahead(text, at)) is var key and > 0)
            {
                yield return (at + key, "An AWS secret access key");
                length = key + SecretKeyLength;
            }

            at = Next(text, at + length);
        }
    }

    private static int Next(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(Starts) is var found and >= 0
        ? from + found
        : -1;

    /// <summary>No more than a secret can be long:
    /// what starts like many secrets in a row is not read over and over.</summary>
    private static ReadOnlySpan<char> Ahead(string text, int at) =>
        text.AsSpan(at, Math.Min(Longest, text.Length - at));

    private static bool FollowsWord(string text, int at) => at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);

    private static bool Fits(Form form, ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(form.Start))
        {
            return false;
        }

        var rest = text[form.Start.Length..];
        var token = rest[..(rest.IndexOfAnyExcept(form.Letters) is var end and >= 0 ? end : rest.Length)];
        return form.Start switch
        {
            "AKIA" or "ASIA" => token.Length == form.Least,
            "-----BEGIN " => Line(rest).Contains("PRIVATE KEY", StringComparison.Ordinal),
            "eyJ" => token.Length >= form.Least && token.Count('.') >= 2
                && token.Contains(".eyJ", StringComparison.Ordinal),
            _ => token.Length >= form.Least,
        };
    }

    /// <summary>
    /// A secret access key has no form of its own: 40 letters are one where they follow <c>secret_access_key</c>,
    /// <c>SecretAccessKey</c> and the like. Its index, or 0.
    /// </summary>
    private static int SecretAccessKey(ReadOnlySpan<char> text)
    {
        var line = Line(text);
        foreach (var label in SecretKeyLabels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                && line[label.Length..].IndexOfAny(Slashed) is var gap and >= 0 and <= 6)
            {
                var key = line[(label.Length + gap)..];
                var length = key.IndexOfAnyExcept(Slashed) is var end and >= 0 ? end : key.Length;
                return length == SecretKeyLength ? label.Length + gap : 0;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> Line(ReadOnlySpan<char> text) =>
        text.IndexOf('\n') is var end and >= 0 ? text[..end] : text;

    private sealed record Form(string Start, string Kind, SearchValues<char> Letters, int Least);
}
