using System.Collections.Immutable;
using Infra.Definitions.Templates;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Prompts;

/// <summary>The content sent to the model: one text, or a conversation.</summary>
public abstract record PromptBody
{
    private PromptBody()
    {
    }

    /// <summary>A TEXT template.</summary>
    /// <param name="Template">The text.</param>
    /// <param name="CachePoint">Whether the text may be cached.</param>
    public sealed record Text(Template Template, bool CachePoint) : PromptBody;

    /// <summary>A CHAT template.</summary>
    /// <param name="System">The system text; null if not stated.</param>
    /// <param name="Messages">The messages.</param>
    /// <param name="Tools">The tools that the model may call; null if not stated.</param>
    /// <param name="Choice">Whether it must call one; null if not stated.</param>
    public sealed record Chat(
        ImmutableArray<Block>? System,
        ImmutableArray<Message> Messages,
        ToolList? Tools,
        ToolChoice? Choice) : PromptBody;

    /// <summary>Every template in it, in the order in which they are sent.</summary>
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

/// <summary>A part of a message.</summary>
public abstract record Block(Location At)
{
    /// <summary>A text.</summary>
    public sealed record Text(Template Template, Location At) : Block(At);

    /// <summary>What precedes it may be cached.</summary>
    public sealed record CachePoint(Location At) : Block(At);
}

/// <summary>A message of the conversation.</summary>
/// <param name="Role">The speaker.</param>
/// <param name="Content">The content.</param>
/// <param name="At">The place of the message.</param>
public sealed record Message(Role Role, ImmutableArray<Block> Content, Location At);

/// <summary>The speaker of a message.</summary>
public enum Role
{
    /// <summary>The user.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,
}

/// <summary>The tools of a prompt.</summary>
/// <param name="Items">The tools, in the order in which they are sent.</param>
/// <param name="IsWhole">Whether all of them could be read; problems of the others have been reported.</param>
/// <param name="At">The place of the key.</param>
public sealed record ToolList(ImmutableArray<Tool> Items, bool IsWhole, Location At)
{
    /// <summary>The tools, without the cache points among them.</summary>
    public IEnumerable<Tool.Specification> Specifications => Items.OfType<Tool.Specification>();
}

/// <summary>An item of the list of tools.</summary>
public abstract record Tool(Location At)
{
    /// <summary>A tool that the model may call.</summary>
    /// <param name="Name">Its name, <c>^[a-zA-Z][a-zA-Z0-9_]*$</c>, at most 64 characters.</param>
    /// <param name="Description">The description, from which the model decides when to call it.</param>
    /// <param name="InputSchema">The JSON schema of its input, verbatim.</param>
    /// <param name="At">Its place.</param>
    public sealed record Specification(
        Located<string> Name, Located<string>? Description, Located<Value> InputSchema, Location At) : Tool(At);

    /// <summary>The tools before it may be cached.</summary>
    public sealed record CachePoint(Location At) : Tool(At);
}

/// <summary>Whether the model must call a tool.</summary>
public abstract record ToolChoice(Location At)
{
    /// <summary>The model decides.</summary>
    public sealed record Auto(Location At) : ToolChoice(At);

    /// <summary>It must call one of the tools.</summary>
    public sealed record Any(Location At) : ToolChoice(At);

    /// <summary>It must call this tool.</summary>
    public sealed record Specific(Located<string> Name) : ToolChoice(Name.At);
}
