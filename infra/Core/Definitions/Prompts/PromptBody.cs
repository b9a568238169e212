using System.Collections.Immutable;
using Infra.Definitions.Templates;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Prompts;

/// <summary>What is sent to the model: one text, or a conversation.</summary>
public abstract record PromptBody
{
    private PromptBody()
    {
    }

    /// <summary>A TEXT template.</summary>
    /// <param name="Template">The text.</param>
    /// <param name="CachePoint">Whether what stands before it may be cached.</param>
    public sealed record Text(Template Template, bool CachePoint) : PromptBody;

    /// <summary>A CHAT template.</summary>
    /// <param name="System">What the model is told before the conversation; null if the file is silent.</param>
    /// <param name="Messages">The turns.</param>
    /// <param name="Tools">What the model may call; null if the file is silent.</param>
    /// <param name="Choice">Whether it must; null if the file is silent.</param>
    public sealed record Chat(
        ImmutableArray<Block>? System,
        ImmutableArray<Message> Messages,
        ToolList? Tools,
        ToolChoice? Choice) : PromptBody;

    /// <summary>Every template in it, in the order it is sent.</summary>
    public IEnumerable<Template> Templates => this switch
    {
        Text text => [text.Template],
        Chat chat => (chat.System ?? [])
            .Concat(chat.Messages.SelectMany(message => message.Content))
            .OfType<Block.Text>()
            .Select(block => block.Template),
        _ => [],
    };
}

/// <summary>A piece of a turn.</summary>
public abstract record Block(Location At)
{
    /// <summary>A text.</summary>
    public sealed record Text(Template Template, Location At) : Block(At);

    /// <summary>What stands before it may be cached.</summary>
    public sealed record CachePoint(Location At) : Block(At);
}

/// <summary>A turn of the conversation.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Content">What is said.</param>
/// <param name="At">Where the turn stands.</param>
public sealed record Message(Role Role, ImmutableArray<Block> Content, Location At);

/// <summary>Who speaks.</summary>
public enum Role
{
    /// <summary>The person.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,
}

/// <summary>Everything the model may call.</summary>
/// <param name="Items">The tools, in the order they are sent.</param>
/// <param name="IsWhole">Whether each of them could be read;
/// what is wrong with one that could not is reported.</param>
/// <param name="At">Where the key stands.</param>
public sealed record ToolList(ImmutableArray<Tool> Items, bool IsWhole, Location At)
{
    /// <summary>Those that are more than a place in the list.</summary>
    public IEnumerable<Tool.Specification> Specifications => Items.OfType<Tool.Specification>();
}

/// <summary>What the model may call.</summary>
public abstract record Tool(Location At)
{
    /// <summary>A tool with its input.</summary>
    /// <param name="Name">Its name, <c>^[a-zA-Z][a-zA-Z0-9_]*$</c>, at most 64 characters.</param>
    /// <param name="Description">When to call it.</param>
    /// <param name="InputSchema">The JSON schema of its input, verbatim.</param>
    /// <param name="At">Where it stands.</param>
    public sealed record Specification(
        Located<string> Name, Located<string>? Description, Located<Value> InputSchema, Location At) : Tool(At);

    /// <summary>The tools before it may be cached.</summary>
    public sealed record CachePoint(Location At) : Tool(At);
}

/// <summary>Whether the model must call a tool.</summary>
public abstract record ToolChoice(Location At)
{
    /// <summary>As it sees fit.</summary>
    public sealed record Auto(Location At) : ToolChoice(At);

    /// <summary>Any one of them.</summary>
    public sealed record Any(Location At) : ToolChoice(At);

    /// <summary>This one.</summary>
    public sealed record Specific(Located<string> Name) : ToolChoice(Name.At);
}
