using System.Text.Json.Nodes;

namespace Infra.Local.Protocol.Wire;

/// <summary>One request, as its operation reads it: it has passed the constraints of the model.</summary>
/// <param name="Operation">The name of the operation.</param>
/// <param name="Region">The region it was signed for.</param>
/// <param name="Input">The members of the request, wherever they stood.</param>
/// <param name="Now">When it arrived.</param>
internal sealed record Call(string Operation, string Region, JsonObject Input, DateTimeOffset Now)
{
    /// <summary>A text of the input, or null.</summary>
    public string? this[string member] => Input[member]?.GetValue<string>();

    /// <summary>A text that the model requires.</summary>
    public string Required(string member) => Input[member]!.GetValue<string>();

    /// <summary>An integer of the input, or null.</summary>
    public int? Number(string member) => (int?)Input[member]?.GetValue<long>();

    /// <summary>A flag of the input; false when absent.</summary>
    public bool Flag(string member) => Input[member]?.GetValue<bool>() ?? false;
}
