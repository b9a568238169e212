using System.Diagnostics;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Rendering;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Exchange.Exports;

/// <summary>A definition as a request to CreatePrompt or CreateFlow.</summary>
public static class Export
{
    /// <summary>
    /// The request; <c>${...}</c> is not resolved, and prompts of this catalog are given by name, since only a stack
    /// has their ARNs.
    /// </summary>
    public static Value.Map Of(Definition definition) => definition switch
    {
        Prompt prompt => Map(
            ("name", prompt.Name),
            ("description", prompt.Description?.Value),
            ("defaultVariant", prompt.Variant.Value),
            ("variants", List(ApiShape.FromCloudFormation(PromptVariant.Render(prompt)))),
            ("tags", Tags(prompt))),
        Flow flow => Map(
            ("name", flow.Name),
            ("description", flow.Description?.Value),
            ("definition", ApiShape.FromCloudFormation(
                FlowDefinition.Render(flow, reference => new Value.Text($"{reference}")))),
            ("tags", Tags(flow))),
        _ => throw new UnreachableException(),
    };

    private static Value.Map? Tags(Definition definition)
    {
        var tags = definition.Tags
            .Select(tag => (tag.Name.Value, (Value?)tag.Text.Value))
            .Concat(definition.Owner is { } owner ? [("owner", owner.Value)] : [])
            .DistinctBy(tag => tag.Item1)
            .ToArray();
        return tags.Length == 0 ? null : Map(tags);
    }
}
