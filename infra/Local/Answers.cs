using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Infra.Definitions;

namespace Infra.Local;

/// <summary>What stands in for a model: what to answer, or null for an echo of the rendered prompt.</summary>
/// <remarks>Must be deterministic; it is called from many requests at once.</remarks>
public delegate ModelAnswer? Answers(ModelCall call);

/// <summary>What a model answers.</summary>
/// <param name="Text">What it says; empty where it only calls a tool.</param>
/// <param name="Tool">The tool that it wants called; null for none.</param>
public sealed record ModelAnswer(string Text, SampleTool? Tool = null)
{
    /// <summary>An answer that calls no tool.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static ModelAnswer? FromString(string? text) => text is null ? null : new(text);

    /// <summary>An answer that calls no tool.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ModelAnswer?(string? text) => FromString(text);
}

/// <summary>A call that AWS would send to a model.</summary>
/// <param name="Model">The model id, inference-profile id, or ARN of either.</param>
/// <param name="Prompt">The deployed name of the prompt; null when none of the prompt management is called.</param>
/// <param name="Variables">The values that were filled in.</param>
/// <param name="Text">All text that the model would read, variables filled in.</param>
public sealed record ModelCall(
    string Model, string? Prompt, ImmutableSortedDictionary<string, string> Variables, string Text);
