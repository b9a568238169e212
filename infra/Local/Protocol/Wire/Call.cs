using System.Text.Json.Nodes;

namespace Infra.Local.Protocol.Wire;

/// <summary>A request to an operation, already checked against the model.</summary>
/// <param name="Operation">The name of the operation.</param>
/// <param name="Region">The region that it is signed for.</param>
/// <param name="Input">The members of the request, from all of its parts.</param>
/// <param name="Now">The time of its arrival.</param>
internal sealed record Call(string Operation, string Region, JsonObject Input, DateTimeOffset Now)
{
    /// <summary>A text in the input, or null.</summary>
    public string? this[string member] => Input[member]?.GetValue<string>();

    /// <summary>A text that the model requires.</summary>
    public string Required(string member) => Input[member]!.GetValue<string>();

    /// <summary>An integer in the input, or null.</summary>
    public int? Number(string member) => (int?)Input[member]?.GetValue<long>();

    /// <summary>A flag in the input; false when absent.</summary>
    public bool Flag(string member) => Input[member]?.GetValue<bool>() ?? false;
}
