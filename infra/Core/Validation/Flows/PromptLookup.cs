using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;

namespace Infra.Validation.Flows;

/// <summary>Finds the prompts that flows refer to.</summary>
/// <param name="Find">The prompt, or null when there is none to look at.</param>
/// <param name="IsBroken">Whether there is one that could not be read, which is reported where it stands.</param>
/// <param name="Known">The names of the prompts there are, for advice.</param>
public sealed record PromptLookup(
    Func<PromptReference, Prompt?> Find, Func<PromptReference, bool> IsBroken, IReadOnlyCollection<string> Known);
