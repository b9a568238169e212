using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Models;

namespace Infra.Planning;

/// <summary>A model that a definition names, and what it uses of it.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Model">The id or ARN.</param>
/// <param name="Use">What is used of the model.</param>
internal sealed record NamedModel(string Owner, Located<string> Model, ModelUse Use)
{
    /// <summary>The release that names it; null for a working file.</summary>
    public int? Release { get; init; }

    /// <summary>Whether it is what callers get.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether a newer release is kept: this one is then live because of a rollback.</summary>
    public bool IsRolledBack { get; init; }

    /// <summary>The prompt; null for a node with a model only.</summary>
    public Prompt? Prompt { get; init; }

    /// <summary>The parameters of inference; null if not stated.</summary>
    public Inference? Inference { get; init; }

    /// <summary>The models of what a stack serves.</summary>
    public static IEnumerable<NamedModel> Of(
        IEnumerable<PromptDeployment> prompts, IEnumerable<FlowDeployment> flows) =>
        prompts.SelectMany(Of).Concat(flows.SelectMany(Of));

    /// <summary>The models of a definition that no stack serves.</summary>
    public static IEnumerable<NamedModel> Of(Definition definition) => definition switch
    {
        Prompt prompt => Of(prompt.Name, prompt),
        Flow flow => Of(flow),
        _ => [],
    };

    private static IEnumerable<NamedModel> Of(PromptDeployment prompt) => prompt.Kept.IsEmpty
        ? Of(prompt.Name, prompt.Draft).Select(model => model with { IsLive = true })
        : from kept in prompt.Kept
          from model in Of(prompt.Name, kept.Prompt)
          select model with
          {
              Release = kept.Number,
              IsLive = kept.Number == prompt.Live,
              IsRolledBack = kept.Number == prompt.Live && prompt.Kept[^1].Number != kept.Number,
          };

    private static IEnumerable<NamedModel> Of(FlowDeployment flow) =>
        Of(flow.Flow).Select(model => model with { IsLive = true, Release = flow.Release });

    private static IEnumerable<NamedModel> Of(Flow flow) => flow.Body.AllNodes.SelectMany(node =>
        (node.Configuration as NodeConfiguration.Prompt)?.Source is PromptSource.Inline inline
            ? Of(flow.Name, inline.Prompt)
        : node.Configuration is NodeConfiguration.KnowledgeBase { ModelId: { } model } answering
            ? [new(flow.Name, model, PromptModelUse.Inferred(new(model.Value), answering.Inference))
            {
                Inference = answering.Inference,
            }]
        : Enumerable.Empty<NamedModel>());

    private static ImmutableArray<NamedModel> Of(string owner, Prompt prompt) =>
        prompt.Model is { } model && PromptModelUse.Of(prompt) is { } use
            ? [new(owner, model, use) { Prompt = prompt, Inference = prompt.Inference }]
            : [];
}
