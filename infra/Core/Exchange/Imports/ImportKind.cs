using Infra.Exchange.Imports.Foreign;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>The format of a file to import.</summary>
public enum ImportKind
{
    /// <summary>AWS's own: the API's JSON, a template, a tool's output.</summary>
    Aws,

    /// <summary>A promptfoo configuration: prompts, providers, tests.</summary>
    Promptfoo,

    /// <summary>A prompt that Langfuse exports.</summary>
    Langfuse,

    /// <summary>A request to Converse, Anthropic's Messages or OpenAI's Chat Completions.</summary>
    Request,

    /// <summary>A text after front matter: Prompty, dotprompt.</summary>
    FrontMatter,

    /// <summary>A plain text.</summary>
    Text,
}

/// <summary>Recognises formats.</summary>
internal static class ImportKinds
{
    /// <summary>The format of a document.</summary>
    public static ImportKind Of(Value content) => content switch
    {
        Value.Map map when map[FrontMatterImport.Body] is not null =>
            map.Entries.Count == 1 ? ImportKind.Text : ImportKind.FrontMatter,
        Value.Map map when map["prompts"] is not null
            && (map["providers"] ?? map["tests"] ?? map["targets"]) is not null => ImportKind.Promptfoo,
        Value.Map map when map["prompt"] is Value.Text or Value.List => ImportKind.Langfuse,
        Value.Map map when map["messages"] is Value.List => ImportKind.Request,
        _ => ImportKind.Aws,
    };

    /// <summary>Whether a file, by its name, is a text with or without front matter instead of JSON or YAML.</summary>
    public static bool IsText(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".md" or ".txt" or ".prompt" or ".prompty";
}
