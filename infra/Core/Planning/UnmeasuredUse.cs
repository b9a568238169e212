using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Planning.Access;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>A call that AWS does not meter by prompt although the stack asks for it, because it cannot go through an
/// inference profile of the stack.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="What">The call and the reason, as a sentence without a full stop.</param>
public sealed record UnmeasuredUse(string Owner, string What)
{
    /// <summary>All such calls in a stack; none where it does not ask for metering.</summary>
    internal static IEnumerable<UnmeasuredUse> Of(
        IEnumerable<PromptDeployment> prompts, IEnumerable<FlowDeployment> flows, StackSettings settings) =>
        settings.Measure is not Measuring.On ? []
        : (
            from prompt in prompts
            from content in prompt.Served
            from why in Whys(content)
            select new UnmeasuredUse(prompt.Name, why)).Concat(
                from flow in flows
                from content in flow.Served
                from node in content.Body.AllNodes
                from why in Whys(node.Configuration)
                select new UnmeasuredUse(flow.Name, $"node {node.Name.Value} {why}"))
            .Distinct();

    private static IEnumerable<string> Whys(Prompt prompt) =>
        prompt.Agent?.Value is { } agent ? [$"{agent} answers: an agent, which has metrics of its own"]
        : prompt.Model?.Value is { } model && Why(model) is { } why ? [$"{model} {why}"]
        : [];

    /// <summary>Why no profile can be made for a model; null where one can.</summary>
    private static string? Why(string model) => ModelReference.Of(model) switch
    {
        ModelReference.Foundation or ModelReference.SystemProfile => null,
        ModelReference.ApplicationProfile => "is already an inference profile, which counts all of its callers",
        ModelReference.PromptRouter => "is a prompt router, for which AWS makes no inference profile",
        ModelReference.Endpoint => "is an endpoint of the Bedrock Marketplace, for which AWS makes no inference "
            + "profile",
        ModelReference.Other { IsProvisioned: true } =>
            "is provisioned throughput, for which AWS makes no inference profile",
        ModelReference.CustomModel or ModelReference.Other =>
            "is a model of your own, for which AWS makes no inference profile",
        _ => throw new UnreachableException(),
    };

    private static ImmutableArray<string> Whys(NodeConfiguration node) => node switch
    {
        NodeConfiguration.Prompt { Source: PromptSource.Inline { Prompt.Model.Value: { } model } } =>
            [$"names its model itself ({model}); make a prompt of it to have it metered"],
        NodeConfiguration.Prompt { Source: PromptSource.Arn { PromptArn.Value: var arn } } =>
            [$"calls a prompt outside this stack ({arn})"],
        NodeConfiguration.KnowledgeBase { ModelId.Value: { } model } =>
            [$"asks {model} through its knowledge base"],
        NodeConfiguration.Agent => ["calls an agent, which has metrics of its own"],
        NodeConfiguration.Prompt or NodeConfiguration.KnowledgeBase or NodeConfiguration.Collector
            or NodeConfiguration.Condition or NodeConfiguration.InlineCode or NodeConfiguration.Input
            or NodeConfiguration.Iterator or NodeConfiguration.LambdaFunction or NodeConfiguration.Lex
            or NodeConfiguration.Loop or NodeConfiguration.LoopController or NodeConfiguration.LoopInput
            or NodeConfiguration.Output or NodeConfiguration.Retrieval or NodeConfiguration.Storage => [],
        _ => throw new UnreachableException(),
    };
}
