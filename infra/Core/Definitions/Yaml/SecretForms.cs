using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Definitions.Yaml;

/// <summary>The forms of secrets as their issuers document them, so that prose is never mistaken for one.</summary>
/// <remarks>
/// Facts from: AWS IAM user guide, "IAM identifiers"; Amazon Bedrock user guide, "API keys"; GitHub, "About
/// authentication to GitHub"; GitLab, "Token overview"; Slack, "Token types"; RFC 7468 (keys), RFC 7519 (JSON web
/// tokens), RFC 3986 (user information in addresses), read 2026-11-21; the rules of gitleaks 8 (MIT), for prefix,
/// alphabet and length of the others; these were written from memory and not checked against the rule files, and no
/// rule is copied.
/// </remarks>
internal static class SecretForms
{
    private const string End = "(?![0-9A-Za-z])";

    public static readonly ImmutableArray<SecretForm> All =
    [
        .. Cloud(), .. Code(), .. Models(), .. Talk(), .. Money(), .. Running(), .. General(),
    ];

    private static readonly FrozenDictionary<char, SecretForm[]> ByFirst = All
        .GroupBy(form => form.Start[0])
        .ToFrozenDictionary(forms => forms.Key, forms => forms.ToArray());

    /// <summary>The forms whose first letters are at an index.</summary>
    public static IEnumerable<SecretForm> At(string text, int at) => ByFirst.TryGetValue(text[at], out var forms)
        ? forms.Where(form => string.CompareOrdinal(text, at, form.Start, 0, form.Start.Length) == 0)
        : [];

    private static IEnumerable<SecretForm> Cloud() =>
    [
        .. Each("An AWS access key", "[A-Z0-9]{16}" + End, "AKIA", "ASIA", "ABIA", "ACCA"),
        new("ABSK", "An Amazon Bedrock API key", "[0-9A-Za-z+/]{60,400}"),
        new("bedrock-api-key-", "An Amazon Bedrock API key", "[0-9A-Za-z+/]{40,2000}"),
        new("AIza", "A Google API key", "[0-9A-Za-z_-]{35}" + End),
        new("GOCSPX-", "A Google client secret", "[0-9A-Za-z_-]{28}"),
        new("ya29.", "A Google access token", "[0-9A-Za-z_-]{30,1000}"),
        new("AccountKey=", "An Azure storage key", "[0-9A-Za-z+/]{80,90}=="),
        new("Q~", "An Azure client secret", "[0-9A-Za-z_~.-]{31,34}" + End, Before: "[0-9A-Za-z_~.-]{3}[0-9]"),
        new("LTAI", "An Alibaba Cloud access key", "[0-9A-Za-z]{17,21}" + End),
        .. Each("A DigitalOcean token", "[0-9a-f]{64}" + End, "dop_v1_", "doo_v1_", "dor_v1_"),
        new("dapi", "A Databricks token", "[0-9a-f]{32}(-[0-9])?" + End),
        new("tskey-", "A Tailscale key", "[a-z]{3,10}-[0-9A-Za-z]{8,20}-[0-9A-Za-z]{16,64}"),
    ];

    private static IEnumerable<SecretForm> Code() =>
    [
        .. Each("A GitHub token", "[0-9A-Za-z]{36}", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
        new("github_pat_", "A GitHub token", "[0-9A-Za-z_]{36,255}"),
        .. Each("A GitLab token", "[0-9A-Za-z_.-]{20,320}",
            "glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "glft-", "glimt-", "glagent-", "gloas-", "glsoat-",
            "GR1348941"),
        new("npm_", "An npm token", "[0-9A-Za-z]{36}" + End),
        new("pypi-", "A PyPI token", "[0-9A-Za-z_-]{50,1000}"),
        new("rubygems_", "A RubyGems key", "[0-9a-f]{48}" + End),
        .. Each("A Docker token", "[0-9A-Za-z_-]{20,64}", "dckr_pat_", "dckr_oat_"),
        new(".atlasv1.", "A Terraform token", "[0-9A-Za-z_=-]{60,70}", Before: "[0-9A-Za-z]{14}"),
        new("pul-", "A Pulumi token", "[0-9a-f]{40}" + End),
        .. Each("A HashiCorp Vault token", "[0-9A-Za-z_-]{24,400}", "hvs.", "hvb.", "hvr."),
        new("PMAK-", "A Postman key", "[0-9a-f]{24}-[0-9a-f]{34}"),
        new("ATATT3", "An Atlassian token", "[0-9A-Za-z_=-]{50,250}"),
        new("lin_api_", "A Linear key", "[0-9A-Za-z]{40}"),
        new("figd_", "A Figma token", "[0-9A-Za-z_-]{38,44}"),
        new("ntn_", "A Notion token", "[0-9A-Za-z]{40,60}"),
        new("sgp_", "A Sourcegraph token", "[0-9a-f_]{40,64}"),
        .. Each("A Sentry token", "[0-9A-Za-z_+/=-]{40,400}", "sntrys_", "sntryu_"),
    ];

    private static IEnumerable<SecretForm> Models() =>
    [
        new("sk-ant-", "An Anthropic API key", "[0-9A-Za-z_-]{20,200}"),
        .. Each("An OpenAI API key", "[0-9A-Za-z_-]{20,200}", "sk-proj-", "sk-svcacct-", "sk-admin-"),
        new("sk-or-v1-", "An OpenRouter key", "[0-9a-f]{64}"),
        new("sk-", "An API key", "(?=[A-Za-z]{0,200}[0-9])[0-9A-Za-z]{32,200}" + End),
        new("hf_", "A Hugging Face token", "[0-9A-Za-z]{30,40}" + End),
        new("gsk_", "A Groq key", "[0-9A-Za-z]{52}"),
        new("pplx-", "A Perplexity key", "[0-9A-Za-z]{48}"),
        new("r8_", "A Replicate token", "[0-9A-Za-z]{37}"),
        new("xai-", "An xAI key", "[0-9A-Za-z]{70,90}"),
        new("lsv2_", "A LangSmith key", "(pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
        new("pcsk_", "A Pinecone key", "[0-9A-Za-z_]{50,80}"),
    ];

    private static IEnumerable<SecretForm> Talk() =>
    [
        new("xox", "A Slack token", "[abcdeprs](\\.xox[a-z])?-[0-9A-Za-z%_-]{10,250}"),
        new("xapp-", "A Slack token", "[0-9A-Za-z_-]{10,250}"),
        new("hooks.slack.com/", "A Slack webhook", "(services|workflows|triggers)/[0-9A-Za-z/]{20,100}"),
        new("discord.com/api/webhooks/", "A Discord webhook", "[0-9]{17,20}/[0-9A-Za-z_-]{60,80}"),
        new("webhook.office.com/", "A Teams webhook", "webhookb2/[0-9A-Za-z@/-]{60,300}"),
        new(":AA", "A Telegram bot token", "[0-9A-Za-z_-]{33}" + End, Before: "\\b[0-9]{8,10}"),
        new("SG.", "A SendGrid key", "[0-9A-Za-z_-]{16,32}\\.[0-9A-Za-z_-]{30,64}"),
        new("SK", "A Twilio key", "[0-9a-f]{32}" + End),
        new("key-", "A Mailgun key", "[0-9a-f]{32}" + End),
        new("-us", "A Mailchimp key", "[0-9]{1,2}" + End, Before: "\\b[0-9a-f]{32}"),
        new("xkeysib-", "A Brevo key", "[0-9a-f]{64}-[0-9A-Za-z]{16}"),
    ];

    private static IEnumerable<SecretForm> Money() =>
    [
        .. Each("A Stripe key", "(live|test|prod)_[0-9A-Za-z]{16,200}", "sk_", "rk_"),
        new("whsec_", "A webhook secret", "[0-9A-Za-z+/=]{24,100}"),
        new("shp", "A Shopify token", "(at|ca|pa|ss)_[0-9A-Fa-f]{32}"),
        new("sq0", "A Square token", "(atp|csp|idp)-[0-9A-Za-z_-]{22,60}"),
        new("EAAA", "A Square token", "[0-9A-Za-z_-]{60}" + End),
        new("access_token$production$", "A PayPal token", "[0-9a-z]{16}\\$[0-9a-f]{32}"),
    ];

    private static IEnumerable<SecretForm> Running() =>
    [
        new("NRAK-", "A New Relic key", "[0-9A-Z]{27}" + End),
        .. Each("A Grafana token", "[0-9A-Za-z+/_=]{32,400}", "glc_", "glsa_"),
        new("dp.", "A Doppler token", "(pt|st|ct|sa|scim|audit)\\.([0-9A-Za-z_-]{2,35}\\.)?[0-9A-Za-z]{40,44}"),
        .. Each("A PlanetScale secret", "[0-9A-Za-z_.-]{32,64}", "pscale_tkn_", "pscale_pw_", "pscale_oauth_"),
        new("sbp_", "A Supabase token", "[0-9a-f]{40}"),
        new("HRKU-", "A Heroku key", "[0-9A-Za-z_-]{36,80}"),
        new("nfp_", "A Netlify token", "[0-9A-Za-z]{36}"),
        new("ops_eyJ", "A 1Password token", "[0-9A-Za-z+/]{100,2000}"),
        new("AGE-SECRET-KEY-1", "An age key", "[0-9A-Z]{58}"),
    ];

    private static IEnumerable<SecretForm> General() =>
    [
        new("-----BEGIN ", "A private key", "[A-Z0-9 ]{0,40}PRIVATE KEY"),
        new("eyJ", "A JSON web token", "[0-9A-Za-z_-]{10,1000}\\.eyJ[0-9A-Za-z_-]{4,1000}\\.[0-9A-Za-z_-]{10,1000}"),
        new("earer ", "A bearer token", "(?=[A-Za-z_.+/-]{0,200}[0-9])(?=[^a-z]{0,200}[a-z])[0-9A-Za-z_.+/-]{24,1000}",
            Before: "\\b[Bb]"),
        new("asic ", "A user's password", "(?=[A-Za-z+/]{0,200}[0-9])[0-9A-Za-z+/]{12,500}={0,2}(?![0-9A-Za-z])",
            Before: "uthorization: [Bb]"),
        new("://", "A password in an address",
            "[^\\s/:@{}<>$\"'`]{1,64}:(?!(?i:\\*+|x+|pass|passwd|password|pwd|secret|token)@)"
                + "[^\\s/:@{}<>$\"'`]{3,128}@[0-9A-Za-z]",
            Before: "\\b[a-z][0-9a-z+.-]{1,20}"),
    ];

    private static IEnumerable<SecretForm> Each(string kind, string rest, params IEnumerable<string> starts) =>
        starts.Select(start => new SecretForm(start, kind, rest));
}

/// <summary>One form of a secret.</summary>
/// <param name="Start">Letters that every secret of this form starts with, taken literally.</param>
/// <param name="Kind">The name in messages.</param>
/// <param name="Rest">A pattern for what follows them.</param>
/// <param name="Before">A pattern for what precedes them; null for the edge of a word.</param>
internal sealed record SecretForm(string Start, string Kind, string Rest, string? Before = null)
{
    private readonly Lazy<Regex> _form = new(() => new Regex(
        $@"\G(?<={Before ?? "(?<![0-9A-Za-z])"}){Regex.Escape(Start)}{Rest}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));

    /// <summary>The secret that starts at an index, if there is one.</summary>
    public Match Match(string text, int at) => _form.Value.Match(text, at);
}
