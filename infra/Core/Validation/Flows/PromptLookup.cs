using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;

namespace Infra.Validation.Flows;

/// <summary>Finds the prompts that flows refer to.</summary>
/// <param name="Find">The prompt; null when there is none to check against.</param>
/// <param name="IsBroken">Whether the prompt exists but could not be read, which is reported in its own file.</param>
/// <param name="Known">The names of all prompts, for advice.</param>
public sealed record PromptLookup(
    Func<PromptReference, Prompt?> Find, Func<PromptReference, bool> IsBroken, IReadOnlyCollection<string> Known);
