using System.Text.Json;

namespace Infra.Local.State;

/// <summary>A resource that is only stored; its id consists of its type and its identifier.</summary>
internal sealed record PlainRow : Row
{
    /// <summary>Its properties in CloudFormation.</summary>
    public required JsonElement Properties { get; init; }

    /// <summary>The id of a resource of a type.</summary>
    public static string IdOf(string type, string identifier) => $"{type}|{identifier}";
}
