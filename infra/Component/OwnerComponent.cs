using Infra.Targets;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A prompt or flow: the component under which its resources appear in the preview's tree.</summary>
internal sealed class OwnerComponent(string kind, string name, ComponentResourceOptions? options = null)
    : ComponentResource(PulumiComponents.Owner(kind), name, options)
{
    /// <summary>Tells Pulumi that there are no more children.</summary>
    public void Complete() => RegisterOutputs();
}
