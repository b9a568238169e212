using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>A connection between two nodes of a flow, derived from the inputs and <c>when</c> of its target.</summary>
/// <param name="Name">
/// The deployed name: the file's, shortened where the service does not accept its length, or else a derived one.
/// </param>
/// <param name="Source">The node and port that it starts at.</param>
/// <param name="Target">The node that it leads to.</param>
/// <param name="TargetInput">The input that it fills; null for a conditional connection, which carries no data.</param>
public sealed record FlowConnection(string Name, FlowSource Source, string Target, string? TargetInput)
{
    /// <summary>Whether it is conditional: it lets its target run and carries no data.</summary>
    public bool IsConditional => TargetInput is null;

    /// <summary>Where the file states it.</summary>
    public Location At => Source.Node.At;
}
