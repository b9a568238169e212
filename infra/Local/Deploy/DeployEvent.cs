namespace Infra.Local.Deploy;

/// <summary>Something the deployer did.</summary>
/// <param name="Action">What.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Name">Its name in the plan.</param>
/// <param name="Message">What people should know about it, or null.</param>
public readonly record struct DeployEvent(DeployAction Action, string Type, string Name, string? Message);

/// <summary>What the deployer does to a resource.</summary>
public enum DeployAction
{
    /// <summary>It is what it should be.</summary>
    Keep,

    /// <summary>It was there, and is the stack's from now on.</summary>
    Adopt,

    /// <summary>It comes.</summary>
    Create,

    /// <summary>It changes in place.</summary>
    Update,

    /// <summary>A new one comes, then the old one goes.</summary>
    Replace,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>Nothing is done, but people should know something.</summary>
    Warn,
}

/// <summary>What an alias leads to once it is deployed.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Kind"><c>prompt</c> or <c>flow</c>.</param>
/// <param name="Release">The release that is live; null for a draft.</param>
/// <param name="Version">The version as the service numbers it; <c>DRAFT</c> for a draft.</param>
/// <param name="Arn">What to call.</param>
/// <param name="Parameter">Where applications look it up.</param>
public sealed record DeployedAlias(
    string Owner, string Kind, int? Release, string Version, string Arn, string Parameter);
