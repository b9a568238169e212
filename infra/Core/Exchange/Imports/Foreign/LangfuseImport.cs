using Infra.Values;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Imports a prompt that Langfuse exports: a text or a chat, with a free-form configuration.</summary>
internal static class LangfuseImport
{
    /// <summary>The prompt.</summary>
    public static ForeignPrompt Read(ImportedPart prompt, ImportRequest how)
    {
        prompt.Ignore(
            "name", "id", "version", "type", "labels", "createdAt", "updatedAt", "createdBy", "projectId", "tags",
            "commitMessage", "resolutionGraph", "isActive");
        var configuration = prompt.Part("config");
        var stated = configuration?.Text("model") ?? configuration?.Text("modelId");
        var read = new ForeignPrompt
        {
            Model = ForeignModel.Of(configuration ?? prompt, configuration is null ? "config" : "model", stated, how),
            Turns = prompt.Raw("prompt") is Value.List
                ? [.. ForeignMessages.Turns(prompt, "prompt", how.Braces)]
                : [(ForeignPrompt.OneText, ForeignText.Of(prompt.RequiredText("prompt") ?? "", how.Braces))],
            Inference = configuration is null
                ? null
                : ForeignMessages.Inference(configuration, "max_tokens", "maxTokens"),
        };
        configuration?.Finish();
        prompt.Finish();
        return read;
    }
}
