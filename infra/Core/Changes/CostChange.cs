using System.Collections.Immutable;
using Infra.Models;
using Infra.Planning;

namespace Infra.Changes;

/// <summary>What the calls of a prompt will cost instead of what they cost.</summary>
/// <param name="Owner">The prompt.</param>
/// <param name="Was">What they cost; null where it is new.</param>
/// <param name="Now">What they will cost.</param>
public sealed record CostChange(string Owner, CallCost? Was, CallCost Now)
{
    /// <summary>As people read it.</summary>
    public override string ToString() => Was is null ? $"{Now}" : $"{Was} -> {Now}";

    /// <summary>Every prompt whose cost is another, as far as people are told of it.</summary>
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
