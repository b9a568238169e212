using Infra.Definitions;
using Infra.Values;

namespace Infra.Local.Converse;

/// <summary>What takes the place of a model's answer. It is marked as local unless it is a recorded sample.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tool">The tool that is wanted called; null for none.</param>
/// <param name="InputTokens">An estimate: a token for every four characters.</param>
/// <param name="OutputTokens">An estimate, likewise.</param>
/// <param name="Source"><c>sample</c> or <c>echo</c>.</param>
internal sealed record Completion(string Text, SampleTool? Tool, int InputTokens, int OutputTokens, string Source)
{
    /// <summary>What an echo begins with, so that nobody takes it for a model's answer.</summary>
    public const string Mark = "[local Bedrock: no model was called, this echoes the prompt]";

    /// <summary>Which header of an answer says where its text comes from, and that its usage is an estimate.</summary>
    public const string Header = "x-local-bedrock-answer";

    private const int CharactersPerToken = 4;

    /// <summary>The value of the header.</summary>
    public string Origin => $"{Source}; usage=estimate";

    /// <summary>What it is metered by.</summary>
    public (int Input, int Output) Tokens => (InputTokens, OutputTokens);

    /// <summary>Answers a call.</summary>
    public static Completion Of(ModelCall call, Answers answers)
    {
        var sample = answers(call);
        var (text, tool) = (sample?.Text ?? $"{Mark}\n{call.Text}", sample?.Tool);
        var written = tool is null ? text : text + tool.Name + CanonicalJson.Compact(tool.Input);
        return new(text, tool, Count(call.Text), Count(written), sample is null ? "echo" : "sample");
    }

    private static int Count(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;
}
