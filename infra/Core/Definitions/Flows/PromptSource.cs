using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>The prompt of a prompt node.</summary>
public abstract record PromptSource
{
    private PromptSource()
    {
    }

    /// <summary>A prompt of this catalog.</summary>
    public sealed record Catalog(PromptReference Reference) : PromptSource;

    /// <summary>A prompt that is managed elsewhere.</summary>
    /// <param name="PromptArn">Its ARN, with or without a version.</param>
    public sealed record Arn(Located<string> PromptArn) : PromptSource;

    /// <summary>A prompt that exists only in the flow.</summary>
    /// <param name="Prompt">The prompt; its name is the node's.</param>
    public sealed record Inline(Prompt Prompt) : PromptSource;
}

/// <summary>A reference to a prompt of this catalog: <c>name</c> for the live release of the stack, or
/// <c>name@3</c>.</summary>
/// <param name="Name">The prompt's name.</param>
/// <param name="Release">The release; null for the live one.</param>
/// <param name="At">The place of the reference.</param>
public sealed record PromptReference(string Name, int? Release, Location At)
{
    /// <inheritdoc/>
    public override string ToString() => Release is { } release ? $"{Name}@{release}" : Name;
}
