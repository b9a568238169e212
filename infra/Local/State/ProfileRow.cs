using System.Text.Json;

namespace Infra.Local.State;

/// <summary>An application inference profile. It never changes.</summary>
internal sealed record ProfileRow : Row
{
    /// <summary>The stored members of CreateInferenceProfile: inferenceProfileName, description.</summary>
    public required JsonElement Content { get; init; }

    /// <summary>The ARN of the model or profile that it was copied from.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public override string Name => Content.GetProperty("inferenceProfileName").GetString()!;

    /// <inheritdoc/>
    public override string Order => NewestFirst(CreatedAt, Id);
}
