using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>The model and the parameters of an imported prompt.</summary>
internal static class ImportedModel
{
    /// <summary>The keys of the file.</summary>
    public static IEnumerable<(string Key, YamlNode? Value)> Read(ImportedPart holder) =>
    [
        ("model", holder.ReferenceNode("modelId")),
        ("inference", Inference(holder, takesTopK: true)),
        ("additionalModelRequestFields", holder.Json("additionalModelRequestFields")),
    ];

    /// <summary>The same for a prompt with its own file, which must state a model or an agent.</summary>
    /// <param name="holder">The variant, or the inline prompt.</param>
    /// <param name="model">The model for a prompt without one; null to report it.</param>
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

    /// <summary>The parameters of inference; a prompt's may contain topK, which Bedrock has no field for.</summary>
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
