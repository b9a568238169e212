using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Infra.Models;
using Infra.Smoke.Rubrics;

namespace Infra.Cli.Aws;

/// <summary>Asks a model to judge an answer.</summary>
internal static class JudgeCall
{
    /// <summary>The longest verdict with its reason.</summary>
    /// <value>Tokens.</value>
    private const int MaxTokens = 600;

    /// <summary>Who lets a caller say which tool must be called; of others that is not known.</summary>
    /// <remarks>Source: Converse API, SpecificToolChoice, read 2026-11-28.</remarks>
    private static readonly string[] Obedient = ["Amazon", "Anthropic", "Mistral AI"];

    /// <summary>One vote.</summary>
    /// <param name="aws">Where.</param>
    /// <param name="model">The judge: an id or ARN.</param>
    /// <param name="known">What is known of it; null for nothing.</param>
    /// <param name="question">What it is asked.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<PromptAnswer> Ask(
        AwsClients aws, string model, Model? known, JudgeQuestion question, CancellationToken stop)
    {
        var request = new ConverseRequest
        {
            ModelId = model,
            System = [new SystemContentBlock { Text = JudgeQuestion.Instruction }],
            Messages =
            [
                new Message
                {
                    Role = ConversationRole.User,
                    Content = [new ContentBlock { Text = question.Text }],
                },
            ],
            InferenceConfig = new InferenceConfiguration { MaxTokens = MaxTokens, Temperature = Temperature(known) },
            ToolConfig = new ToolConfiguration
            {
                Tools =
                [
                    new Tool
                    {
                        ToolSpec = new ToolSpecification
                        {
                            Name = JudgeQuestion.Tool,
                            Description = JudgeQuestion.ToolDescription,
                            InputSchema = new ToolInputSchema { Json = AwsDocument.From(JudgeQuestion.Schema) },
                        },
                    },
                ],
                ToolChoice = Obedient.Contains(known?.Provider)
                    ? new ToolChoice { Tool = new SpecificToolChoice { Name = JudgeQuestion.Tool } }
                    : null,
            },
        };
        return PromptCall.Read(await aws.Runtime.ConverseAsync(request, stop).ConfigureAwait(false));
    }

    /// <summary>The vote in an answer; its cost is told by who knows prices.</summary>
    public static Vote Vote(PromptAnswer answer) => Smoke.Rubrics.Vote.Read(
        answer.ToolUses.FirstOrDefault(use => use.Name == JudgeQuestion.Tool)?.Input, answer.Text);

    /// <summary>None at all where the model does not take it.</summary>
    private static float? Temperature(Model? known) => known?.Parameters.Temperature switch
    {
        null => 0,
        { IsTaken: false, Except: not 0 } => null,
        { IsTaken: true } range when !range.Holds(0) => null,
        _ => 0,
    };
}
