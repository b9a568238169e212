namespace Infra.Exchange.Imports.Foreign;

/// <summary>Imports a request to Converse, Anthropic's Messages or OpenAI's Chat Completions as a prompt.</summary>
internal static class RequestImport
{
    /// <summary>The prompt that the request sends.</summary>
    public static ForeignPrompt Read(ImportedPart request, ImportRequest how)
    {
        request.Ignore("anthropic_version", "stream", "n", "user", "metadata", "store");
        var model = request.Has("modelId") ? "modelId" : "model";
        var stated = request.Text(model);
        var inference = request.Part("inferenceConfig");
        var read = new ForeignPrompt
        {
            Model = ForeignModel.Of(request, model, stated, how),
            Turns = [.. System(request, how), .. ForeignMessages.Turns(request, "messages", how.Braces)],
            Inference = inference is null
                ? ForeignMessages.Inference(request, "max_tokens", "max_completion_tokens")
                : ForeignMessages.Inference(inference, "maxTokens"),
            Tools = ForeignMessages.Tools(request),
        };
        inference?.Finish();
        request.Finish();
        return read;
    }

    private static IEnumerable<(string Role, string Text)> System(ImportedPart request, ImportRequest how) =>
        request.Has("system")
            ? [("system", ForeignText.Of(ForeignMessages.Text(request, "system"), how.Braces))]
            : [];
}
