using System.Text.RegularExpressions;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>
/// Checks the form of ids and ARNs in a flow; those with placeholders are checked once a stack has filled them in.
/// </summary>
/// <remarks>Source: CloudFormation schema of AWS::Bedrock::Flow, read 2026-08-07.</remarks>
internal static partial class FlowReferenceRules
{
    private const int LongestLocale = 10;

    public static IEnumerable<Diagnostic> Prompt(Located<string> arn) => Check(
        arn, "arn", PromptArn(), "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1");

    public static IEnumerable<Diagnostic> Lambda(Located<string> arn) => Check(
        arn, "lambdaArn", LambdaArn(), "arn:aws:lambda:us-east-1:123456789012:function:name:alias");

    public static IEnumerable<Diagnostic> Agent(Located<string> arn) =>
        Placeholders.Has(arn.Value) ? LabelRules.PlaceholdersAreNamed(arn)
        : Limits.IsAgent(arn.Value) ? []
        : [Problems.MalformedAgent(arn.At)];

    public static IEnumerable<Diagnostic> Model(Located<string>? model) => model switch
    {
        null => [],
        { } open when Placeholders.Has(open.Value) => LabelRules.PlaceholdersAreNamed(open),
        { } named => Limits.IsModel(named.Value) ? [] : [Problems.MalformedModel(named.At)],
    };

    public static IEnumerable<Diagnostic> Lex(Located<string> arn, Located<string> locale) =>
    [
        .. Check(
            arn,
            "botAliasArn",
            BotAliasArn(),
            "arn:aws:lex:us-east-1:123456789012:bot-alias/ABCDEFGHIJ/KLMNOPQRST"),
        .. locale.Value.Length is 0 or > LongestLocale
            ? [Problems.ReferenceMalformed(locale.At, "localeId", locale.Value, "en_US")]
            : Enumerable.Empty<Diagnostic>(),
    ];

    public static IEnumerable<Diagnostic> Bucket(Located<string> name) =>
        Check(name, "bucketName", BucketName(), "my-bucket");

    public static IEnumerable<Diagnostic> KnowledgeBase(Located<string> id) => Check(
        id, "knowledgeBaseId", KnowledgeBaseId(), "ABCDEFGHIJ");

    public static IEnumerable<Diagnostic> Guardrail(Guardrail? guardrail, Location at) => guardrail switch
    {
        null => [],
        { Id: { } id, Version: { } version } =>
        [
            .. Check(id, "guardrail id", GuardrailId(), "abc123def456 or an ARN"),
            .. Check(version, "guardrail version", GuardrailVersion(), "3 or DRAFT"),
        ],
        _ =>
        [
            Problems.GuardrailMisplaced(
                guardrail.Id?.At ?? guardrail.Version?.At ?? at, "it needs both 'id' and 'version'"),
        ],
    };

    private static IEnumerable<Diagnostic> Check(Located<string> text, string what, Regex pattern, string example) =>
        Placeholders.Has(text.Value) ? LabelRules.PlaceholdersAreNamed(text)
        : pattern.IsMatch(text.Value) ? []
        : [Problems.ReferenceMalformed(text.At, what, text.Value, example)];

    [GeneratedRegex(@"^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:prompt/[0-9a-zA-Z]{10}(?::[0-9]{1,5})?\z")]
    private static partial Regex PromptArn();

    [GeneratedRegex(
        @"^arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}(-gov)?-[a-z]+-[0-9]:[0-9]{12}:function:"
        + @"[a-zA-Z0-9-_.]+(:(\$LATEST|[a-zA-Z0-9-_]+))?\z")]
    private static partial Regex LambdaArn();

    [GeneratedRegex(
        @"^arn:aws(|-us-gov):lex:[a-z]{2}(-gov)?-[a-z]+-[0-9]:[0-9]{12}:bot-alias/[0-9a-zA-Z]+/[0-9a-zA-Z]+\z")]
    private static partial Regex BotAliasArn();

    [GeneratedRegex(@"^[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"^[0-9a-zA-Z]{1,10}\z")]
    private static partial Regex KnowledgeBaseId();

    [GeneratedRegex(@"^([a-z0-9]+|arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+)\z")]
    private static partial Regex GuardrailId();

    [GeneratedRegex(@"^([0-9]{1,8}|DRAFT)\z")]
    private static partial Regex GuardrailVersion();
}
