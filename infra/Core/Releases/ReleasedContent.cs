using System.Diagnostics;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Rendering;
using Infra.Values;

namespace Infra.Releases;

/// <summary>The content that a release freezes: all that is deployed and nothing else; <c>${...}</c> is not
/// resolved.</summary>
public static class ReleasedContent
{
    /// <summary>A prompt's variant, or a flow's definition with prompts by name.</summary>
    public static Value Of(Definition definition) => definition switch
    {
        Prompt prompt => PromptVariant.Render(prompt),
        Flow flow => FlowDefinition.Render(flow, prompt => $"{prompt}"),
        _ => throw new UnreachableException(),
    };
}
