using System.Diagnostics;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Rendering;
using Infra.Values;

namespace Infra.Releases;

/// <summary>What a release freezes: what is deployed, nothing else; <c>${...}</c> unresolved.</summary>
public static class ReleasedContent
{
    /// <summary>A prompt's variant, or a flow's definition with its prompts by name.</summary>
    public static Value Of(Definition definition) => definition switch
    {
        Prompt prompt => PromptVariant.Render(prompt),
        Flow flow => FlowDefinition.Render(flow, prompt => $"{prompt}"),
        _ => throw new UnreachableException(),
    };
}
