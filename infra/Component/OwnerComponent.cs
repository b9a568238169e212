using Infra.Spelling;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A prompt or flow: the branch of the preview's tree under which its resources stand.</summary>
/// <remarks>The type is a part of every child's identity: another one would replace them all.</remarks>
internal sealed class OwnerComponent(string kind, string name, ComponentResourceOptions? options = null)
    : ComponentResource($"bedrock-prompts:index:{FirstLetter.Upper(kind)}", name, options)
{
    /// <summary>Says that nothing more comes.</summary>
    public void Complete() => RegisterOutputs();
}
