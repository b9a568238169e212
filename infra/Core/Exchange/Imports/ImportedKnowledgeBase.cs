using Infra.Definitions.Yaml;

namespace Infra.Exchange.Imports;

/// <summary>The configuration of an imported knowledge base node.</summary>
internal static class ImportedKnowledgeBase
{
    /// <summary>The keys of the file.</summary>
    public static IEnumerable<(string Key, YamlNode? Value)> Read(ImportedPart part)
    {
        var template = part.Part("promptTemplate");
        (string, YamlNode?)[] read =
        [
            ("knowledgeBaseId", part.ReferenceNode("knowledgeBaseId")),
            ("modelId", part.ReferenceNode("modelId")),
            ("numberOfResults", part.NumberNode("numberOfResults")),
            ("promptTemplate", template?.TextNode("textPromptTemplate")),
            ("inference", ImportedModel.Inference(part, takesTopK: false)),
            ("rerankingConfiguration", part.Json("rerankingConfiguration")),
            ("orchestrationConfiguration", part.Json("orchestrationConfiguration")),
            ("guardrail", ImportedNodes.Guardrail(part)),
        ];
        template?.Finish();
        return read;
    }
}
