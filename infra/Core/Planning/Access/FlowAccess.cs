using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>What a flow may do while it runs: exactly what its nodes need.</summary>
/// <remarks>
/// Sources, read 2026-11-21: Amazon Bedrock user guide, "Create a service role for Amazon Bedrock Flows",
/// "Permissions for reranking in Amazon Bedrock", "Create a service role for Amazon Bedrock Knowledge Bases".
/// </remarks>
public static class FlowAccess
{
    /// <summary>A flow's id is not known before the flow exists, and the flow needs its role first.</summary>
    private static readonly Value AnyFlow = Arns.InAccount("bedrock", "flow/*");

    private static readonly Value.Document Trust = Document(Map(
        ("Version", "2012-10-17"),
        ("Statement", List(Map(
            ("Sid", "FlowsOfThisAccount"),
            ("Effect", "Allow"),
            ("Principal", Map(("Service", "bedrock.amazonaws.com"))),
            ("Action", "sts:AssumeRole"),
            ("Condition", Map(
                ("StringEquals", Map(("aws:SourceAccount", Account))),
                ("ArnLike", Map(("aws:SourceArn", AnyFlow))))))))));

    /// <summary>The role's name in the plan.</summary>
    public static string RoleName(string flow) => $"{flow}-role";

    /// <summary>What the nodes of a flow do, including those inside loops.</summary>
    /// <param name="contents">The contents that callers may get, with placeholders resolved.</param>
    /// <param name="prompts">The prompts of the stack, by name.</param>
    /// <param name="settings">The stack.</param>
    public static IEnumerable<Statement> Statements(
        IEnumerable<Flow> contents, IReadOnlyDictionary<string, PromptDeployment> prompts, StackSettings settings)
    {
        var ofNodes = new NodeUses(prompts, settings);
        var calls = contents
            .SelectMany(flow => flow.Body.AllNodes)
            .SelectMany(node => ofNodes.Of(node.Configuration))
            .ToArray();
        var models = calls.OfType<NodeUse.Model>().Select(call => call.Id);
        return
        [
            .. calls.OfType<NodeUse.Action>()
                .GroupBy(call => call.Name, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(Grant),
            .. ModelAccess.Statements(models, settings, ModelAccess.Invoke),
            .. MeasuredAccess.Statements(
                calls.OfType<NodeUse.Measured>().Select(call => call.Profile), settings, ModelAccess.Invoke),
            .. KeyAccess.OfPrompts(settings, calls.OfType<NodeUse.Prompt>().Select(call => call.Arn), KeyAccess.Read),
            .. KeyAccess.OfFlows(settings, [AnyFlow], KeyAccess.Read, KeyAccess.Write),
        ];
    }

    /// <summary>The role of a flow and its policy; no policy for a flow whose nodes call nothing.</summary>
    /// <param name="flow">The live content of the flow.</param>
    /// <param name="contents">The contents that callers may get, with placeholders resolved.</param>
    /// <param name="prompts">The prompts of the stack, by name.</param>
    /// <param name="settings">The stack.</param>
    public static IEnumerable<DeclaredResource> Of(
        Flow flow,
        IEnumerable<Flow> contents,
        IReadOnlyDictionary<string, PromptDeployment> prompts,
        StackSettings settings) =>
        Statements(contents, prompts, settings).ToArray() is { Length: > 0 } statements
            ? [Role(flow, settings), Policy(flow, settings, statements)]
            : [Role(flow, settings)];

    /// <summary>The role that Bedrock assumes to run the flow, in this account and region only.</summary>
    private static DeclaredResource Role(Flow flow, StackSettings settings) => new()
    {
        Name = RoleName(flow.Name),
        Type = ResourceTypes.Role,
        Owner = flow.Name,
        Because = "what the flow runs as",
        Properties = Map(
            ("RoleName", AccessNames.Role(flow.Name, settings)),
            ("Path", AccessNames.Path(settings)),
            ("Description", $"What {flow.Name} in {settings.Stack} runs as"),
            ("AssumeRolePolicyDocument", Trust),
            ("PermissionsBoundary", settings.PermissionsBoundary),
            ("Tags", ResourceTags.Listed(ResourceTags.Of(flow, settings)))),
    };

    /// <summary>
    /// The role's policy. Its name contains a digest of its content, so changed access is a new policy: it is created
    /// beside the old one, which is deleted after callers have moved on.
    /// </summary>
    private static DeclaredResource Policy(Flow flow, StackSettings settings, IEnumerable<Statement> statements)
    {
        var policy = Statement.Policy(statements);
        var digest = ShortDigest.Of(CanonicalJson.Compact(policy));
        return new()
        {
            Name = $"{flow.Name}-access-{digest}",
            Type = ResourceTypes.RolePolicy,
            Owner = flow.Name,
            Because = "what its nodes do",
            Properties = Map(
                ("PolicyName", $"access-{digest}"),
                ("RoleName", AccessNames.Role(flow.Name, settings)),
                ("PolicyDocument", policy)),
            DependsOn = [RoleName(flow.Name)],
        };
    }

    /// <summary>Whether the stack can call the flow's models, and which of them are unknown.</summary>
    internal static IEnumerable<Diagnostic> Check(Flow flow, StackSettings settings) =>
        flow.Body.AllNodes.SelectMany(node => node.Configuration switch
        {
            NodeConfiguration.Prompt { Source: PromptSource.Arn { PromptArn: var arn } } =>
                settings.ModelBehind(arn.Value) is { } model
                    ? AccessRules.Check(arn.With(model), settings)
                    : [Problems.PromptModelUnknown(arn.At, arn.Value)],
            NodeConfiguration.Prompt { Source: PromptSource.Inline { Prompt.Model: { } model } } =>
                AccessRules.Check(model, settings),
            NodeConfiguration.KnowledgeBase { ModelId: { } model } => AccessRules.Check(model, settings),
            NodeConfiguration.Agent or NodeConfiguration.Collector or NodeConfiguration.Condition
                or NodeConfiguration.InlineCode or NodeConfiguration.Input or NodeConfiguration.Iterator
                or NodeConfiguration.LambdaFunction or NodeConfiguration.Lex or NodeConfiguration.Loop
                or NodeConfiguration.LoopController or NodeConfiguration.LoopInput or NodeConfiguration.Output
                or NodeConfiguration.Retrieval or NodeConfiguration.Storage => [],
            _ => [],
        });

    private static Statement Grant(IGrouping<string, NodeUse.Action> calls) =>
        new(calls.Key.Split(':')[1], [calls.Key], Arns.Set(calls.Select(call => call.Resource)))
        {
            Condition = calls.First().OwnAccount ? Map(("StringEquals", Map(("aws:ResourceAccount", Account)))) : null,
        };
}
