using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Local.Converse;

/// <summary>The values a caller gives to the variables of a prompt.</summary>
internal static class PromptVariables
{
    /// <summary>Reads <c>{"name": {"text": "value"}}</c>.</summary>
    public static ImmutableSortedDictionary<string, string> Read(JsonObject variables) =>
        variables.ToImmutableSortedDictionary(
            variable => variable.Key,
            variable => variable.Value?["text"]?.GetValue<string>() ?? "",
            StringComparer.Ordinal);
}
