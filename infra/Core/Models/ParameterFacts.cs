using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Models;

/// <summary>Reads how a model treats the parameters of inference.</summary>
internal static class ParameterFacts
{
    public static Parameters Read(Parameters parameters, JsonElement facts)
    {
        foreach (var fact in facts.EnumerateObject())
        {
            parameters = fact.Name switch
            {
                "temperature" => parameters with { Temperature = One(fact.Value) },
                "topP" => parameters with { TopP = One(fact.Value) },
                "topK" => parameters with { TopK = One(fact.Value) },
                "stopSequences" => parameters with { StopSequences = One(fact.Value) },
                "system" => parameters with { System = One(fact.Value) },
                "prefill" => parameters with { Prefill = One(fact.Value) },
                "temperatureAndTopP" => parameters with { BothSamplers = One(fact.Value)?.IsTaken },
                _ => parameters,
            };
        }

        return parameters;
    }

    /// <summary>The facts about a parameter; null where neither a source nor the stack says whether the model accepts
    /// it.</summary>
    private static Parameter? One(JsonElement facts)
    {
        if (facts.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return new(facts.GetBoolean());
        }

        return facts.TryGetProperty("accepted", out var taken) || facts.TryGetProperty("allowed", out taken)
            ? new(taken.GetBoolean())
            {
                Except = Number(facts, "except"),
                Least = Number(facts, "min"),
                Above = Number(facts, "above"),
                Most = Number(facts, "max"),
                Error = facts.TryGetProperty("error", out var error) ? error.GetString() : null,
                Path = facts.TryGetProperty("field", out var field)
                    ? [.. field.GetString()!.Split('.')]
                    : ImmutableArray<string>.Empty,
            }
            : null;
    }

    private static decimal? Number(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var number) ? number.GetDecimal() : null;
}
