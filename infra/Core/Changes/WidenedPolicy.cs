using System.Collections.Immutable;
using Infra.Planning;
using Infra.Values;

namespace Infra.Changes;

/// <summary>A policy that allows more than before.</summary>
/// <param name="Name">The policy's name in the plan.</param>
/// <param name="Grants">What it allows only now: actions on resources.</param>
public sealed record WidenedPolicy(string Name, ImmutableArray<string> Grants)
{
    /// <summary>The policies that gain permissions; a new one gains all that it has.</summary>
    internal static ImmutableArray<WidenedPolicy> Among(
        IReadOnlyCollection<DeclaredResource> before, IEnumerable<ResourceChange> changes)
    {
        var was = before
            .Where(resource => resource.Properties["PolicyDocument"] is not null)
            .GroupBy(resource => (resource.Owner, resource.Type))
            .ToDictionary(group => group.Key, group => group.SelectMany(Rights).ToHashSet(StringComparer.Ordinal));
        return
        [
            .. changes
                .Where(change => change.Kind is not ChangeKind.Delete
                    && change.Resource.Properties["PolicyDocument"] is not null)
                .Select(change => new WidenedPolicy(
                    change.Resource.Name,
                    [
                        .. Rights(change.Resource)
                            .Except(
                                was.GetValueOrDefault((change.Resource.Owner, change.Resource.Type)) ?? [],
                                StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ]))
                .Where(policy => !policy.Grants.IsEmpty),
        ];
    }

    private static IEnumerable<string> Rights(DeclaredResource policy) =>
        from document in new[] { policy.Properties["PolicyDocument"] }.OfType<Value.Document>()
        from statement in ValueParts.Maps((Value.Map)document.Content, "Statement")
        from action in ValueParts.Items(statement, "Action").OfType<Value.Text>()
        from resource in ValueParts.Items(statement, "Resource")
        let condition = statement["Condition"] is { } limits ? $" when {ValueText.Of(limits)}" : ""
        select $"{action.Content} on {ValueText.Of(resource)}{condition}";
}
