using System.Collections.Immutable;
using Infra.Definitions.Format;

namespace Infra.Definitions.Prompts;

/// <summary>What a prompt's file may contain.</summary>
public static class PromptShape
{
    /// <summary>JSON that is sent to AWS unchanged.</summary>
    internal static readonly Kind SentJson = new Kind.Verbatim(IsSent: true);

    /// <summary>A text, or the path of a file that contains it.</summary>
    public static readonly Kind TextOrFile = new Kind.Either(
        new Kind.Text(),
        new Kind.Keys(new(
            "an include",
            "A text kept in a file of its own.",
            new Field("file", new Kind.Text(), "Path below prompts/, with forward slashes.", Required: true))));

    /// <summary>The same for a text that is not a template: <c>{{> name}}</c> in it has no meaning.</summary>
    public static readonly Kind VerbatimOrFile = new Kind.Either(((Kind.Either)TextOrFile).Kinds);

    private static readonly Kind NameOfTool = new Kind.Text("^[a-zA-Z][a-zA-Z0-9_]*$");

    internal static readonly Shape Block = new(
        "a block",
        "A part of a message: a text or a cache point.",
        new("text", TextOrFile, "The content."),
        new("cachePoint", new Kind.Flag(), "true: what comes before may be cached."));

    private static readonly Kind Content = new Kind.Either(
        TextOrFile, new Kind.ListOf(new Kind.Keys(Block)));

    internal static readonly Shape Inference = new(
        "'inference'",
        "The parameters of inference; absent ones are left to the model.",
        new("temperature", new Kind.Number(0, 1), "0 (most predictable) to 1 (most varied)."),
        new("topP", new Kind.Number(0, 1), "The share of probability to choose from, 0 to 1."),
        new("topK", new Kind.Number(0, Whole: true), "How many of the likeliest words to choose from."),
        new("maxTokens", new Kind.Number(0, 512_000, Whole: true), "Where the answer is cut off, in tokens."),
        new("stopSequences", new Kind.ListOf(new Kind.Text()), "Texts at which the model stops; at most 4."));

    private static readonly Shape Variable = new(
        "a variable",
        "A value that callers pass.",
        new("description", new Kind.Text(), "What callers pass."),
        new("example", new Kind.Text(), "A value for tests that give none."),
        new("untrusted", new Kind.Flag(), "true: written by outsiders, so the text should put it between delimiters."),
        new("secret", new Kind.Flag(), "true: reports never show it."));

    internal static readonly Shape Message = new(
        "a message",
        "A message: exactly one of user and assistant.",
        new("user", Content, "The user's message."),
        new("assistant", Content, "The assistant's message."));

    internal static readonly Shape Tool = new(
        "a tool",
        "A tool that the model may call, or a cache point.",
        new("name", NameOfTool, "Letters, digits and _; at most 64 characters."),
        new("description", new Kind.Text(), "When to call it."),
        new("inputSchema", SentJson, "JSON schema of its input, passed on unchanged."),
        new("cachePoint", new Kind.Flag(), "true: the tools before may be cached."));

    private static readonly Kind ToolChoice = new Kind.Either(
        new Kind.Word("auto", "any"),
        new Kind.Keys(new(
            "'toolChoice'",
            "The one tool the model must call.",
            new Field("tool", NameOfTool, "Its name.", Required: true))));

    private static readonly ImmutableArray<Field> Template =
    [
        new("text", TextOrFile, "A TEXT template with {{variables}}."),
        new("cachePoint", new Kind.Flag(), "true: a TEXT template that may be cached."),
        new("system", Content, "The system text of a CHAT template."),
        new("messages", new Kind.ListOf(new Kind.Keys(Message)), "The messages of a CHAT template."),
        new("tools", new Kind.ListOf(new Kind.Keys(Tool)), "The tools that the model may call; CHAT only."),
        new("toolChoice", ToolChoice, "auto, any, or the one tool it must call."),
    ];

    private static readonly ImmutableArray<Field> Model =
    [
        new("model", new Kind.Text(), "Model id, inference-profile id, or an ARN of either."),
        new("inference", new Kind.Keys(Inference), Inference.Summary),
        new("additionalModelRequestFields", SentJson, "JSON for the model, passed on unchanged."),
    ];

    private static readonly Kind Variables =
        new Kind.MapOf(new Kind.Either(new Kind.Text(), new Kind.Keys(Variable), new Kind.Nothing()));

    /// <summary>The keys of a prompt inside a flow.</summary>
    internal static readonly ImmutableArray<Field> Inline =
    [
        .. Model,
        .. Template,
        new("variables", new Kind.Either(Variables, new Kind.Word("none")), "If absent, those of the template."),
    ];

    /// <summary>A prompt.</summary>
    public static readonly Shape Prompt = new(
        "a prompt",
        "A prompt for a model or an agent on AWS Bedrock.",
        [
            new("kind", new Kind.Word("prompt"), "prompt, which is also the default."),
            new("description", new Kind.Text(), "One sentence for people, 1 to 200 characters."),
            new("owner", new Kind.Text(), "The team responsible for it; becomes the tag owner."),
            .. Model,
            new("agent", new Kind.Text(), "ARN of the agent alias that answers instead of a model."),
            new("variant", new Kind.Text(), "Name of the single variant; default if absent."),
            .. Template,
            new("variables", Variables, "Exactly the variables that the template uses."),
            new("metadata", new Kind.MapOf(new Kind.Text()), "Keys and values stored with the prompt; at most 50."),
            new("tags", new Kind.MapOf(new Kind.Text()), "Tags of all of its resources."),
            .. TestShape.Fields,
        ])
    {
        Foreign = PromptForeignKeys.All,
    };
}
