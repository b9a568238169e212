using Pulumi;

namespace BedrockPrompts;

/// <summary>A prompt or flow: the branch of the preview's tree under which its resources stand.</summary>
/// <remarks>The type is a part of every child's identity: another one would replace them all.</remarks>
internal sealed class OwnerComponent(string kind, string name)
    : ComponentResource($"bedrock-prompts:index:{char.ToUpperInvariant(kind[0])}{kind[1..]}", name)
{
    /// <summary>Says that nothing more comes.</summary>
    public void Complete() => RegisterOutputs();
}
