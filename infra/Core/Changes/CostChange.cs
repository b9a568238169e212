using System.Collections.Immutable;
using Infra.Models;
using Infra.Planning;

namespace Infra.Changes;

/// <summary>The old and new cost of a prompt's calls.</summary>
/// <param name="Owner">The prompt.</param>
/// <param name="Was">The old cost; null for a new prompt.</param>
/// <param name="Now">The new cost.</param>
public sealed record CostChange(string Owner, CallCost? Was, CallCost Now)
{
    /// <summary>The form for people.</summary>
    public override string ToString() => Was is null ? $"{Now}" : $"{Was} -> {Now}";

    /// <summary>Every prompt with a change of cost that is visible when printed.</summary>
    internal static ImmutableArray<CostChange> Between(
        ImmutableArray<PromptDeployment> before, ImmutableArray<PromptDeployment> after, ModelCatalog models)
    {
        var was = before.ToDictionary(prompt => prompt.Name, StringComparer.Ordinal);
        return
        [
            .. after
                .Where(prompt => !ReferenceEquals(
                    was.GetValueOrDefault(prompt.Name)?.LiveContent, prompt.LiveContent))
                .Select(prompt => new CostChange(
                    prompt.Name,
                    was.TryGetValue(prompt.Name, out var old) ? CallCost.Of(old.LiveContent, models) : null,
                    CallCost.Of(prompt.LiveContent, models)))
                .Where(change => $"{change.Was}" != $"{change.Now}"),
        ];
    }
}
