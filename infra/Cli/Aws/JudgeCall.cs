using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Infra.Models;
using Infra.Smoke.Rubrics;

namespace Infra.Cli.Aws;

/// <summary>Asks a model to judge an answer.</summary>
internal static class JudgeCall
{
    /// <summary>The longest verdict, including its reason.</summary>
    /// <value>Tokens.</value>
    private const int MaxTokens = 600;

    /// <summary>The providers whose models accept the name of a tool that they must call; for others this is
    /// unknown.</summary>
    /// <remarks>Source: Converse API, SpecificToolChoice, read 2026-11-28.</remarks>
    private static readonly string[] Obedient = ["Amazon", "Anthropic", "Mistral AI"];

    /// <summary>Asks for one vote.</summary>
    /// <param name="aws">The AWS clients.</param>
    /// <param name="model">The judge's id or ARN.</param>
    /// <param name="known">The known facts about the model; null for none.</param>
    /// <param name="question">The question.</param>
    /// <param name="stop">Cancels.</param>
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

    /// <summary>The vote in an answer, without its cost, which the caller adds.</summary>
    public static Vote Vote(PromptAnswer answer) => Smoke.Rubrics.Vote.Read(
        answer.ToolUses.FirstOrDefault(use => use.Name == JudgeQuestion.Tool)?.Input, answer.Text);

    /// <summary>The temperature; null where the model does not accept it.</summary>
    private static float? Temperature(Model? known) => known?.Parameters.Temperature switch
    {
        null => 0,
        { IsTaken: false, Except: not 0 } => null,
        { IsTaken: true } range when !range.Holds(0) => null,
        _ => 0,
    };
}
