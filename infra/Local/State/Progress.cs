namespace Infra.Local.State;

/// <summary>A request to Cloud Control and its result; its id is the request token.</summary>
internal sealed record Progress : Row
{
    public required string TypeName { get; init; }

    /// <summary><c>CREATE</c>, <c>UPDATE</c> or <c>DELETE</c>.</summary>
    public required string Operation { get; init; }

    public string? Identifier { get; init; }

    /// <summary>The error code; null after success.</summary>
    public string? ErrorCode { get; init; }

    public string? StatusMessage { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    public override string Order => NewestFirst(At, Id);
}
