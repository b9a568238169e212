using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>A role of IAM. It exists in no region; <see cref="Global"/> stands for that.</summary>
internal sealed record RoleRow : Row
{
    /// <summary>Where IAM's resources are kept.</summary>
    public const string Global = "global";

    /// <summary>The id that IAM gave it.</summary>
    public required string RoleId { get; init; }

    /// <summary>What CloudFormation knows of it: trust, policies of its own, ARNs of managed policies ...</summary>
    public required JsonElement Properties { get; init; }

    /// <summary>The ARNs of managed policies that name it among their roles.</summary>
    public ImmutableSortedSet<string> Attached { get; init => field = value ?? []; } = [];

    /// <summary>The documents of policies that were put into it one by one, by their names.</summary>
    public required ImmutableSortedDictionary<string, JsonElement> Policies { get; init; }
}

/// <summary>A managed policy of IAM; its id is its ARN.</summary>
internal sealed record ManagedPolicy : Row
{
    /// <summary>What CloudFormation knows of it.</summary>
    public required JsonElement Properties { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
