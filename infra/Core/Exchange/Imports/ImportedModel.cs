using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>The model of an imported prompt and how it chooses its words.</summary>
internal static class ImportedModel
{
    /// <summary>The keys of the file that state it.</summary>
    public static IEnumerable<(string Key, YamlNode? Value)> Read(ImportedPart holder) =>
    [
        ("model", holder.ReferenceNode("modelId")),
        ("inference", Inference(holder, takesTopK: true)),
        ("additionalModelRequestFields", holder.Json("additionalModelRequestFields")),
    ];

    /// <summary>The same for a prompt with a file of its own, which states a model or an agent.</summary>
    /// <param name="holder">The variant, or the prompt in place.</param>
    /// <param name="model">The model of a prompt that states none; null to report it.</param>
    public static IEnumerable<(string Key, YamlNode? Value)> OfFile(ImportedPart holder, string? model)
    {
        var isSilent = !holder.Has("modelId") && !holder.Has("genAiResource");
        if (isSilent && model is null)
        {
            holder.Report.Add(Problems.ImportLacksModel(holder.At, holder.PlaceOf("modelId")));
        }

        return isSilent && model is not null
            ? Read(holder).Select(entry => entry.Key is "model" ? ("model", YamlNodes.Text(model)) : entry)
            : Read(holder);
    }

    /// <summary>The parameters of inference; a prompt's may hold a topK that Bedrock does not know.</summary>
    public static YamlNode? Inference(ImportedPart holder, bool takesTopK)
    {
        var configuration = holder.Part("inferenceConfiguration");
        var text = configuration?.Part("text");
        if (configuration is not null && text is null)
        {
            holder.ReportEmpty("inferenceConfiguration");
        }

        var topK = takesTopK ? text?.NumberNode("topK") : null;
        if (topK is not null)
        {
            holder.Report.Add(Problems.TopKMoved(text!.AtOf("topK"), text.PlaceOf("topK")));
        }

        var read = text is null ? null : YamlNodes.Map(
            ("temperature", text.NumberNode("temperature")),
            ("topP", text.NumberNode("topP")),
            ("topK", topK),
            ("maxTokens", text.NumberNode("maxTokens")),
            ("stopSequences", text.TextsNode("stopSequences")));
        text?.Finish();
        configuration?.Finish();
        return read;
    }
}
