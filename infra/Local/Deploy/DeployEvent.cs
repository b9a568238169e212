namespace Infra.Local.Deploy;

/// <summary>Something that the deployer did.</summary>
/// <param name="Action">The action.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Name">Its name in the plan.</param>
/// <param name="Message">A message for people, or null.</param>
public readonly record struct DeployEvent(DeployAction Action, string Type, string Name, string? Message);

/// <summary>What the deployer does to a resource.</summary>
public enum DeployAction
{
    /// <summary>It already is as declared.</summary>
    Keep,

    /// <summary>It existed and belongs to the stack from now on.</summary>
    Adopt,

    /// <summary>It is created.</summary>
    Create,

    /// <summary>It is changed in place.</summary>
    Update,

    /// <summary>A new one is created, then the old one is deleted.</summary>
    Replace,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>Nothing is done; this is a warning.</summary>
    Warn,
}

/// <summary>The target of an alias after a deployment.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Kind"><c>prompt</c> or <c>flow</c>.</param>
/// <param name="Release">The live release; null for a draft.</param>
/// <param name="Version">The version's number; <c>DRAFT</c> for a draft.</param>
/// <param name="Arn">The ARN to call.</param>
/// <param name="Parameter">The parameter in which applications look it up.</param>
public sealed record DeployedAlias(
    string Owner, string Kind, int? Release, string Version, string Arn, string Parameter);
