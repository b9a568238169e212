using System.Collections.Immutable;

namespace Infra.Local;

/// <summary>What stands in for a model: the text to answer with, or null for an echo of the rendered prompt.</summary>
/// <remarks>Must be deterministic; it is called from many requests at once.</remarks>
public delegate string? Answers(ModelCall call);

/// <summary>A call that AWS would send to a model.</summary>
/// <param name="Model">The model id, inference-profile id, or ARN of either.</param>
/// <param name="Prompt">The deployed name of the prompt; null when none of the prompt management is called.</param>
/// <param name="Variables">The values that were filled in.</param>
/// <param name="Text">All text that the model would read, variables filled in.</param>
public sealed record ModelCall(
    string Model, string? Prompt, ImmutableSortedDictionary<string, string> Variables, string Text);
