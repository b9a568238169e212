using Infra.Planning;

namespace Infra.Exchange.Adoption;

/// <summary>A resource that is there already and is to become the one that a plan declares.</summary>
/// <param name="Declared">What the plan says of it.</param>
/// <param name="Identifier">What Cloud Control calls it.</param>
public sealed record AdoptedResource(DeclaredResource Declared, string Identifier)
{
    /// <summary>What its Pulumi provider calls it.</summary>
    /// <remarks>aws-native's ids are Cloud Control's: <c>pkg/provider/ids.go</c> of 1.79.0; the classic provider joins
    /// the names of a role and its policy by a colon: <c>role_policy</c> of 7.48.0. Read 2026-11-28.</remarks>
    public string PulumiId =>
        Declared.Type is ResourceTypes.RolePolicy && Identifier.Split('|') is [var policy, var role]
            ? $"{role}:{policy}"
            : Identifier;

    /// <summary>The resource that a provider's id means.</summary>
    internal static AdoptedResource Of(DeclaredResource declared, string pulumiId) => new(
        declared,
        declared.Type is ResourceTypes.RolePolicy && pulumiId.Split(':') is [var role, var policy]
            ? $"{policy}|{role}"
            : pulumiId);
}
