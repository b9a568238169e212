using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Infra.Definitions;

namespace Infra.Local;

/// <summary>Stands in for models: returns an answer, or null for an echo of the rendered prompt.</summary>
/// <remarks>Must be deterministic; it is called from many requests at once.</remarks>
public delegate ModelAnswer? Answers(ModelCall call);

/// <summary>The answer of a model.</summary>
/// <param name="Text">The text; empty when it only calls a tool.</param>
/// <param name="Tool">The tool that it calls; null for none.</param>
public sealed record ModelAnswer(string Text, SampleTool? Tool = null)
{
    /// <summary>An answer without a tool call.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static ModelAnswer? FromString(string? text) => text is null ? null : new(text);

    /// <summary>An answer without a tool call.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ModelAnswer?(string? text) => FromString(text);
}

/// <summary>A call that AWS would pass on to a model.</summary>
/// <param name="Model">The model id, inference-profile id, or ARN of either.</param>
/// <param name="Prompt">The deployed name of the prompt; null when no managed prompt is called.</param>
/// <param name="Variables">The values of its variables.</param>
/// <param name="Text">All text that the model would read, with variables filled in.</param>
public sealed record ModelCall(
    string Model, string? Prompt, ImmutableSortedDictionary<string, string> Variables, string Text);
