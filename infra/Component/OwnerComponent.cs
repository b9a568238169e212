using Infra.Targets;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A prompt or flow: the branch of the preview's tree under which its resources stand.</summary>
internal sealed class OwnerComponent(string kind, string name, ComponentResourceOptions? options = null)
    : ComponentResource(PulumiComponents.Owner(kind), name, options)
{
    /// <summary>Says that nothing more comes.</summary>
    public void Complete() => RegisterOutputs();
}
