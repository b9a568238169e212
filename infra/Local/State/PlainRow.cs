using System.Text.Json;

namespace Infra.Local.State;

/// <summary>A resource that only keeps what it was told; its id is its type and its identifier.</summary>
internal sealed record PlainRow : Row
{
    /// <summary>What CloudFormation knows of it.</summary>
    public required JsonElement Properties { get; init; }

    /// <summary>The id of a resource of a type.</summary>
    public static string IdOf(string type, string identifier) => $"{type}|{identifier}";
}
