using Infra.Planning;

namespace Infra.Exchange.Adoption;

/// <summary>An existing resource that will be managed as one that a plan declares.</summary>
/// <param name="Declared">The declaration.</param>
/// <param name="Identifier">Its identifier in Cloud Control.</param>
public sealed record AdoptedResource(DeclaredResource Declared, string Identifier)
{
    /// <summary>Its id in the Pulumi provider.</summary>
    /// <remarks>aws-native uses Cloud Control's identifiers: <c>pkg/provider/ids.go</c> of 1.79.0; the classic provider
    /// joins the names of a role and its policy with a colon: <c>role_policy</c> of 7.48.0. Read 2026-11-28.</remarks>
    public string PulumiId =>
        Declared.Type is ResourceTypes.RolePolicy && Identifier.Split('|') is [var policy, var role]
            ? $"{role}:{policy}"
            : Identifier;

    /// <summary>The resource for a provider's id.</summary>
    internal static AdoptedResource Of(DeclaredResource declared, string pulumiId) => new(
        declared,
        declared.Type is ResourceTypes.RolePolicy && pulumiId.Split(':') is [var role, var policy]
            ? $"{policy}|{role}"
            : pulumiId);
}
