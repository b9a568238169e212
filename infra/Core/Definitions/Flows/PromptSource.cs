using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>Where a prompt node takes its prompt from.</summary>
public abstract record PromptSource
{
    private PromptSource()
    {
    }

    /// <summary>A prompt of this catalog.</summary>
    public sealed record Catalog(PromptReference Reference) : PromptSource;

    /// <summary>A prompt that somebody else manages.</summary>
    /// <param name="PromptArn">Its ARN, with or without a version.</param>
    public sealed record Arn(Located<string> PromptArn) : PromptSource;

    /// <summary>A prompt that lives in the flow alone.</summary>
    /// <param name="Prompt">The prompt, under the node's name.</param>
    public sealed record Inline(Prompt Prompt) : PromptSource;
}

/// <summary>A prompt of this catalog: <c>name</c>, which is what the stack has live, or <c>name@3</c>.</summary>
/// <param name="Name">The prompt's name.</param>
/// <param name="Release">The release; null for the live one.</param>
/// <param name="At">Where the flow says so.</param>
public sealed record PromptReference(string Name, int? Release, Location At)
{
    /// <inheritdoc/>
    public override string ToString() => Release is { } release ? $"{Name}@{release}" : Name;
}
