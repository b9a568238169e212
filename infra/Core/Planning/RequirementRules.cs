using System.Diagnostics;
using System.Globalization;
using System.IO.Enumeration;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Checks what one stack requires of what callers get; other kept releases are not checked.</summary>
/// <param name="settings">The stack.</param>
/// <param name="day">The day on which models are checked.</param>
internal sealed class RequirementRules(StackSettings settings, DateOnly day)
{
    private readonly Requirements _require = settings.Require;

    private string Stack => settings.Stack;

    /// <summary>An owner, and enough test cases (PRM530, PRM531).</summary>
    public IEnumerable<Diagnostic> OfDefinition(Definition served)
    {
        if (_require.Owner && string.IsNullOrWhiteSpace(served.Owner?.Value) && !served.Doubtful.Contains("owner"))
        {
            yield return Problems.NoOwner(served.Owner?.At ?? served.At, served.Name, Stack);
        }

        if (_require.Tests is { } least && served.Tests.Length < least && !served.Doubtful.Contains("tests"))
        {
            yield return Problems.TooFewTests(served.At, served.Name, served.Tests.Length, least, Stack);
        }
    }

    /// <summary>Models that are allowed and available for long enough, and a limit on the length of answers (PRM532,
    /// PRM533, PRM534, PRM541).</summary>
    public IEnumerable<Diagnostic> OfModel(NamedModel served)
    {
        var (at, name) = (served.Model.At, served.Owner);
        if (_require.MaxTokens is { } most)
        {
            if (served.Inference?.MaxTokens is not { } asked)
            {
                yield return Problems.LengthNotStated(at, name, most, Stack);
            }
            else if (asked.Value > most)
            {
                yield return Problems.LongerThanAllowed(asked.At, name, asked.Value, most, Stack);
            }
        }

        if (!Allows(served.Model.Value))
        {
            yield return NotAllowed(served.Model, name);
        }

        if (_require.MonthsOfModel is { } months && Ends(served.Model.Value, months) is { } ends)
        {
            yield return Problems.ModelEndsTooSoon(at, name, served.Model.Value, ends, months, Stack);
        }
    }

    /// <summary>An agent chooses its own model, so it is not among the models that a stack allows (PRM534).</summary>
    public IEnumerable<Diagnostic> OfAgents(Definition served)
    {
        var agents = served switch
        {
            Prompt prompt => new[] { prompt.Agent },
            Flow flow => flow.Body.AllNodes.Select(node =>
                (node.Configuration as NodeConfiguration.Agent)?.AgentAliasArn),
            _ => [],
        };
        return _require.Models.IsEmpty ? []
            : agents.OfType<Located<string>>().Select(agent => NotAllowed(agent, served.Name));
    }

    /// <summary>Guardrails of the nodes that call a model (PRM535).</summary>
    public IEnumerable<Diagnostic> OfNodes(Flow flow) =>
        from node in _require.Guardrail ? flow.Body.AllNodes : []
        where node.Configuration is NodeConfiguration.Prompt { Guardrail: null }
            or NodeConfiguration.KnowledgeBase { ModelId: not null, Guardrail: null }
        select Problems.NoGuardrail(node.Name.At, flow.Name, node.Name.Value, Stack);

    private bool Allows(string model)
    {
        var name = ModelName.Of(model);
        return _require.Models.IsEmpty || _require.Models.Any(allowed =>
            Fits(allowed, model) || (name.Kind is not ModelKind.Other && Fits(allowed, name.Id)));
    }

    /// <summary>How a model ends too soon, in words; null where it is not known to.</summary>
    private string? Ends(string model, int months) =>
        settings.Models.Of(model)?.Lifecycle.On(day, settings.Region) switch
        {
            Phase.Ended { Since: { } since } => $"ended on {Spell(since)}",
            Phase.Ended => "has ended",
            Phase.Ending ending when ending.End < day.AddMonths(months) => $"ends on {Spell(ending.End)}",
            null or Phase.Ending or Phase.Legacy or Phase.Active => null,
            _ => throw new UnreachableException(),
        };

    private Diagnostic NotAllowed(Located<string> model, string name) =>
        Problems.ModelNotAllowed(model.At, name, model.Value, string.Join(", ", _require.Models), Stack);

    private static bool Fits(string pattern, string text) =>
        FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), text, false);

    private static string Spell(DateOnly end) => end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
