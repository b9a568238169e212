using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>An IAM role. IAM has no regions; <see cref="Global"/> stands in for one.</summary>
internal sealed record RoleRow : Row
{
    /// <summary>The region of IAM's resources.</summary>
    public const string Global = "global";

    /// <summary>The id that IAM assigned.</summary>
    public required string RoleId { get; init; }

    /// <summary>Its properties in CloudFormation: trust policy, inline policies, ARNs of managed policies ...</summary>
    public required JsonElement Properties { get; init; }

    /// <summary>The ARNs of managed policies that list it among their roles.</summary>
    public ImmutableSortedSet<string> Attached { get; init => field = value ?? []; } = [];

    /// <summary>The documents of inline policies that were added individually, by name.</summary>
    public required ImmutableSortedDictionary<string, JsonElement> Policies { get; init; }
}

/// <summary>An IAM managed policy; its id is its ARN.</summary>
internal sealed record ManagedPolicy : Row
{
    /// <summary>Its properties in CloudFormation.</summary>
    public required JsonElement Properties { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
