using Infra.Definitions;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Who answers: a model or an agent.</summary>
public static class ModelRules
{
    /// <summary>Everything wrong with who answers.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
        [.. SomebodyAnswers(prompt), .. ModelIsTaken(prompt), .. AgentIsTaken(prompt)];

    /// <summary>Exactly one of model and agent answers (PRM026, PRM027).</summary>
    public static IEnumerable<Diagnostic> SomebodyAnswers(Prompt prompt) => (prompt.Model, prompt.Agent) switch
    {
        (not null, { } agent) => [Problems.ModelAndAgent(agent.At)],
        (null, null) when !prompt.Doubtful.Contains("model") && !prompt.Doubtful.Contains("agent") =>
            [Problems.NoModel(prompt.At)],
        _ => [],
    };

    /// <summary>The model is one AWS takes (PRM028, PRM030).</summary>
    public static IEnumerable<Diagnostic> ModelIsTaken(Prompt prompt) => prompt.Model switch
    {
        null => [],
        { } open when Placeholders.Has(open.Value) => LabelRules.PlaceholdersAreNamed(open),
        { } model => Limits.IsModel(model.Value) ? [] : [Problems.MalformedModel(model.At)],
    };

    /// <summary>The agent is one AWS takes (PRM029, PRM030).</summary>
    public static IEnumerable<Diagnostic> AgentIsTaken(Prompt prompt) => prompt.Agent switch
    {
        null => [],
        { } open when Placeholders.Has(open.Value) => LabelRules.PlaceholdersAreNamed(open),
        { } agent => Limits.IsAgent(agent.Value) ? [] : [Problems.MalformedAgent(agent.At)],
    };
}
