using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>
/// What joins two nodes of a flow: derived from the inputs and the <c>when</c> of the node it leads to.
/// </summary>
/// <param name="Name">
/// The name it is deployed with: the one the file states, cut when the console made it too long; else derived.
/// </param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Target">The node it leads to.</param>
/// <param name="TargetInput">The input it fills; null when it is conditional and carries no data.</param>
public sealed record FlowConnection(string Name, FlowSource Source, string Target, string? TargetInput)
{
    /// <summary>Whether it opens its target instead of bringing data.</summary>
    public bool IsConditional => TargetInput is null;

    /// <summary>Where the file states it.</summary>
    public Location At => Source.Node.At;
}
