using Amazon.BedrockRuntime.Model;

namespace Infra.Cli.Aws;

/// <summary>Calls a managed prompt as an application does.</summary>
internal static class PromptCall
{
    /// <summary>Fills in the prompt and calls its model.</summary>
    /// <remarks>
    /// Everything except the variables comes from the prompt: Converse refuses system, inferenceConfig, toolConfig and
    /// additionalModelRequestFields together with a prompt's ARN, even empty ones.
    /// </remarks>
    /// <param name="aws">The AWS clients.</param>
    /// <param name="arn">The ARN of a prompt, or of one of its versions.</param>
    /// <param name="variables">A text for each variable of the prompt.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<PromptAnswer> Converse(
        AwsClients aws, string arn, IReadOnlyDictionary<string, string> variables, CancellationToken stop)
    {
        var request = new ConverseRequest
        {
            ModelId = arn,
            PromptVariables = variables.Count is 0
                ? null
                : variables.ToDictionary(
                    variable => variable.Key, variable => new PromptVariableValues { Text = variable.Value }),
        };
        return Read(await aws.Runtime.ConverseAsync(request, stop).ConfigureAwait(false));
    }

    /// <summary>The answer of the model.</summary>
    internal static PromptAnswer Read(ConverseResponse response)
    {
        var blocks = (response.Output?.Message?.Content ?? []).OfType<ContentBlock>().ToArray();
        return new PromptAnswer
        {
            Text = string.Concat(blocks.Select(block => block.Text)),
            ToolUses =
            [
                .. blocks.Select(block => block.ToolUse).OfType<ToolUseBlock>()
                    .Select(use => new ToolUse(use.Name ?? "", AwsJson.ToValue(use.Input))),
            ],
            StopReason = response.StopReason?.Value ?? "",
            Tokens = new Tokens(
                response.Usage?.InputTokens,
                response.Usage?.OutputTokens,
                response.Usage?.CacheReadInputTokens,
                response.Usage?.CacheWriteInputTokens),
            RequestId = response.ResponseMetadata.RequestId,
        };
    }
}
