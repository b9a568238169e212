using Infra.Definitions;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks the model or agent of a prompt.</summary>
public static class ModelRules
{
    /// <summary>All problems of a prompt's model or agent.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
        [.. SomebodyAnswers(prompt), .. ModelIsTaken(prompt), .. AgentIsTaken(prompt)];

    /// <summary>Exactly one of model and agent must be given (PRM026, PRM027).</summary>
    public static IEnumerable<Diagnostic> SomebodyAnswers(Prompt prompt) => (prompt.Model, prompt.Agent) switch
    {
        (not null, { } agent) => [Problems.ModelAndAgent(agent.At)],
        (null, null) when !prompt.Doubtful.Contains("model") && !prompt.Doubtful.Contains("agent") =>
            [Problems.NoModel(prompt.At)],
        _ => [],
    };

    /// <summary>AWS must accept the model (PRM028, PRM030).</summary>
    public static IEnumerable<Diagnostic> ModelIsTaken(Prompt prompt) => prompt.Model switch
    {
        null => [],
        { } open when Placeholders.Has(open.Value) => LabelRules.PlaceholdersAreNamed(open),
        { } model => Limits.IsModel(model.Value) ? [] : [Problems.MalformedModel(model.At)],
    };

    /// <summary>AWS must accept the agent (PRM029, PRM030).</summary>
    public static IEnumerable<Diagnostic> AgentIsTaken(Prompt prompt) => prompt.Agent switch
    {
        null => [],
        { } open when Placeholders.Has(open.Value) => LabelRules.PlaceholdersAreNamed(open),
        { } agent => Limits.IsAgent(agent.Value) ? [] : [Problems.MalformedAgent(agent.At)],
    };
}
