using Infra.Definitions.Flows;

namespace Infra.Validation.Flows;

/// <summary>The limits of flows.</summary>
/// <remarks>
/// Sources: AWS General Reference, "Amazon Bedrock endpoints and quotas", copy of 2025-06-05; CloudFormation schema of
/// AWS::Bedrock::Flow, 2026-08-07; API model of bedrock-agent (botocore 1.43.11), read 2026-11-21.
/// </remarks>
public static class FlowLimits
{
    /// <summary>Nodes in a flow, or in a loop.</summary>
    public const int Nodes = 40;

    /// <summary>Connections that CloudFormation accepts.</summary>
    public const int Connections = 100;

    /// <summary>The most connections that are known to have been deployed; the API's model says 20.</summary>
    /// <remarks>Source: terraform-provider-aws, issue 43470 (a flow of 39 connections).</remarks>
    public const int ConnectionsSeen = 39;

    /// <summary>Conditions of a node, including <c>default</c>.</summary>
    public const int Conditions = 5;

    /// <summary>Inputs of a node.</summary>
    public const int Inputs = 20;

    /// <summary>Inputs of a node that runs code.</summary>
    public const int InputsOfCode = 5;

    /// <summary>Outputs of a node.</summary>
    public const int Outputs = 5;

    /// <summary>Letters and digits in the name of a node, input, output or condition.</summary>
    public const int NameLength = 51;

    /// <summary>Characters of code in a node.</summary>
    public const int Code = 5_000_000;

    /// <summary>Characters of a knowledge base's prompt template.</summary>
    public const int KnowledgeBasePrompt = 100_000;

    /// <summary>The highest <c>maxTokens</c> that CloudFormation accepts inside a flow.</summary>
    public const int MaxTokens = 4096;

    /// <summary>Iterations of a loop.</summary>
    public const int Iterations = 1000;

    /// <summary>Passages that a knowledge base retrieves.</summary>
    public const int Results = 100;

    /// <summary>Prompt nodes in a flow; AWS raises only this quota on request.</summary>
    public const int PromptNodes = 20;

    /// <summary>Nodes of a type in a flow; null for a type without a fixed limit.</summary>
    public static int? NodesOf(FlowNodeType type) => type switch
    {
        FlowNodeType.Input or FlowNodeType.Iterator or FlowNodeType.Collector => 1,
        FlowNodeType.Condition or FlowNodeType.Lex or FlowNodeType.InlineCode => 5,
        FlowNodeType.Storage or FlowNodeType.Retrieval => 10,
        FlowNodeType.Output or FlowNodeType.Agent or FlowNodeType.KnowledgeBase or FlowNodeType.LambdaFunction => 20,
        FlowNodeType.Prompt or FlowNodeType.Loop or FlowNodeType.LoopInput or FlowNodeType.LoopController => null,
    };
}
