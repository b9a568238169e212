using System.Collections.Immutable;

namespace Infra.Local.State;

/// <summary>A parameter of the Systems Manager.</summary>
internal sealed record Parameter : Row
{
    /// <summary><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its values by version; the last is current.</summary>
    public required ImmutableSortedDictionary<long, ParameterValue> Values { get; init; }

    public required string Tier { get; init; }

    public required string DataType { get; init; }

    public string? Description { get; init; }

    public string? AllowedPattern { get; init; }
}

/// <summary>What a parameter was given at a time.</summary>
internal sealed record ParameterValue(string Text, DateTimeOffset At);
