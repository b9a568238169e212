using Infra.Definitions;

namespace Infra.Targets;

/// <summary>What an imported knowledge base node does.</summary>
internal static class ImportedKnowledgeBase
{
    /// <summary>The keys of the file that state it.</summary>
    public static IEnumerable<(string Key, YamlNode? Value)> Read(ImportedPart part)
    {
        var template = part.Part("promptTemplate");
        (string, YamlNode?)[] read =
        [
            ("knowledgeBaseId", part.TextNode("knowledgeBaseId")),
            ("modelId", part.TextNode("modelId")),
            ("numberOfResults", part.NumberNode("numberOfResults")),
            ("promptTemplate", template?.TextNode("textPromptTemplate")),
            ("inference", ImportedModel.Inference(part, takesTopK: false)),
            ("rerankingConfiguration", part.Take("rerankingConfiguration") is { } ranking ? YamlNodes.Of(ranking) : null),
            ("orchestrationConfiguration", part.Take("orchestrationConfiguration") is { } query ? YamlNodes.Of(query) : null),
            ("guardrail", ImportedNodes.Guardrail(part)),
        ];
        template?.Finish();
        return read;
    }
}
