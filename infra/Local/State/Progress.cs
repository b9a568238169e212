namespace Infra.Local.State;

/// <summary>A request to Cloud Control and how it went; its id is the request token.</summary>
internal sealed record Progress : Row
{
    public required string TypeName { get; init; }

    /// <summary><c>CREATE</c>, <c>UPDATE</c> or <c>DELETE</c>.</summary>
    public required string Operation { get; init; }

    public string? Identifier { get; init; }

    /// <summary>Null when it went well.</summary>
    public string? ErrorCode { get; init; }

    public string? StatusMessage { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    public override string Order => NewestFirst(At, Id);
}
