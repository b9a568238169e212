using Infra.Definitions;
using Infra.Values;

namespace Infra.Local.Converse;

/// <summary>A stand-in for a model's answer. It is marked as local unless it is a recorded sample.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tool">The tool that it calls; null for none.</param>
/// <param name="InputTokens">An estimate: one token for four characters.</param>
/// <param name="OutputTokens">An estimate, in the same way.</param>
/// <param name="Source"><c>sample</c> or <c>echo</c>.</param>
internal sealed record Completion(string Text, SampleTool? Tool, int InputTokens, int OutputTokens, string Source)
{
    /// <summary>The start of an echo, so that it is not mistaken for a model's answer.</summary>
    public const string Mark = "[local Bedrock: no model was called, this echoes the prompt]";

    /// <summary>The header that says where an answer's text comes from, and that its usage is an estimate.</summary>
    public const string Header = "x-local-bedrock-answer";

    private const int CharactersPerToken = 4;

    /// <summary>The value of the header.</summary>
    public string Origin => $"{Source}; usage=estimate";

    /// <summary>The tokens for metering.</summary>
    public (int Input, int Output) Tokens => (InputTokens, OutputTokens);

    /// <summary>The stand-in for the answer to a call.</summary>
    public static Completion Of(ModelCall call, Answers answers)
    {
        var sample = answers(call);
        var (text, tool) = (sample?.Text ?? $"{Mark}\n{call.Text}", sample?.Tool);
        var written = tool is null ? text : text + tool.Name + CanonicalJson.Compact(tool.Input);
        return new(text, tool, Count(call.Text), Count(written), sample is null ? "echo" : "sample");
    }

    private static int Count(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;
}
