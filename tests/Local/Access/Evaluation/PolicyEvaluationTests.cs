using FluentAssertions;
using Infra.Local.Access.Evaluation;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Local.Access.Evaluation;

public sealed class PolicyEvaluationTests
{
    private const string Prompt = "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ";

    private static readonly AccessRequest Render = new("bedrock:RenderPrompt", Prompt);

    [Fact]
    public void Silence_is_no() => Decide(Render).Should().Be(AccessDecision.NotAllowed);

    [Theory]
    [InlineData(""" "Action": "bedrock:RenderPrompt", "Resource": "*" """, true)]
    [InlineData(""" "Action": ["bedrock:render*"], "Resource": ["arn:aws:bedrock:*:*:prompt/*"] """, true)]
    [InlineData(""" "Action": "bedrock:GetPrompt", "Resource": "*" """, false)]
    [InlineData(""" "NotAction": "bedrock:GetPrompt", "Resource": "*" """, true)]
    [InlineData(""" "Action": "*", "NotResource": "arn:aws:bedrock:*:*:prompt/*" """, false)]
    public void A_statement_names_actions_and_resources(string statement, bool allowed) =>
        Decide(Render, $$"""{ "Effect": "Allow", {{statement}} }""").Should().Be(Allowed(allowed));

    [Fact]
    public void A_deny_wins_over_any_allow() => Decide(
        Render,
        """{ "Effect": "Allow", "Action": "*", "Resource": "*" }""",
        """{ "Effect": "Deny", "Action": "bedrock:Render*", "Resource": "*" }""").Should().Be(AccessDecision.Denied);

    [Theory]
    [InlineData("""{ "StringEquals": { "kms:ViaService": "bedrock.us-east-1.amazonaws.com" } }""", true)]
    [InlineData("""{ "StringEquals": { "KMS:viaservice": ["x", "bedrock.us-east-1.amazonaws.com"] } }""", true)]
    [InlineData("""{ "StringEquals": { "kms:ViaService": "bedrock.*.amazonaws.com" } }""", false)]
    [InlineData("""{ "StringLike": { "kms:ViaService": "bedrock.*.amazonaws.com" } }""", true)]
    [InlineData("""{ "StringNotLike": { "kms:ViaService": "bedrock.*.amazonaws.com" } }""", false)]
    [InlineData("""{ "StringEquals": { "aws:SourceAccount": "123456789012" } }""", false)]
    [InlineData("""{ "StringNotEquals": { "aws:SourceAccount": "123456789012" } }""", true)]
    [InlineData("""{ "StringEqualsIfExists": { "aws:SourceAccount": "123456789012" } }""", true)]
    [InlineData("""{ "Null": { "aws:SourceAccount": "true" } }""", true)]
    [InlineData("""{ "Null": { "kms:ViaService": "true" } }""", false)]
    [InlineData("""{ "ArnLike": { "aws:SourceArn": "arn:aws:bedrock:us-east-1:123456789012:flow/*" } }""", true)]
    [InlineData("""{ "ArnLike": { "aws:SourceArn": "arn:aws:bedrock:us-east-1:999999999999:flow/*" } }""", false)]
    [InlineData("""{ "StringLike": { "kms:ViaService": "*" }, "StringEquals": { "kms:ViaService": "x" } }""", false)]
    public void Every_condition_must_hold(string condition, bool allowed)
    {
        var request = Render
            .With("kms:ViaService", "bedrock.us-east-1.amazonaws.com")
            .With("aws:SourceArn", "arn:aws:bedrock:us-east-1:123456789012:flow/ABCDEFGHIJ");

        var statement = $$"""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {{condition}} }""";

        Decide(request, statement).Should().Be(Allowed(allowed));
    }

    [Theory]
    [InlineData("Allow", AccessDecision.NotAllowed)]
    [InlineData("Deny", AccessDecision.Denied)]
    public void A_condition_that_is_not_understood_never_gives_access(string effect, AccessDecision expected)
    {
        const string Condition = """{ "DateLessThan": { "aws:CurrentTime": "2026-12-31T00:00:00Z" } }""";
        var statement = $$"""{ "Effect": "{{effect}}", "Action": "*", "Resource": "*", "Condition": {{Condition}} }""";

        Decide(Render.With("aws:CurrentTime", "2026-11-21T00:00:00Z"), statement).Should().Be(expected);
    }

    [Theory]
    [InlineData("bedrock.amazonaws.com", true)]
    [InlineData("lambda.amazonaws.com", false)]
    public void A_trust_policy_names_who_may_take_a_role(string service, bool allowed) => Decide(
        new AccessRequest("sts:AssumeRole", "arn:aws:iam::123456789012:role/r") { Principal = ("Service", service) },
        """{ "Effect": "Allow", "Principal": { "Service": "bedrock.amazonaws.com" }, "Action": "sts:AssumeRole" }""")
        .Should().Be(Allowed(allowed));

    private static AccessDecision Allowed(bool allowed) => allowed ? AccessDecision.Allowed : AccessDecision.NotAllowed;

    private static AccessDecision Decide(AccessRequest request, params string[] statements) =>
        PolicyEvaluation.Decide([JsonValue.Parse($$"""{"Statement":[{{string.Join(',', statements)}}]}""")], request);
}
