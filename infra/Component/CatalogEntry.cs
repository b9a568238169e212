using Pulumi;

namespace BedrockPrompts;

/// <summary>What an application needs in order to call a prompt or flow.</summary>
/// <remarks>A resource that uses one of these values is created after it.</remarks>
public sealed class CatalogEntry
{
    internal CatalogEntry(Output<string> parameter, Output<string> callerPolicy) =>
        (Parameter, CallerPolicy) = (parameter, callerPolicy);

    /// <summary>The name of the parameter with the ARN to call, as in
    /// <c>/bedrock-prompts/dev/greeting-email/live</c>.</summary>
    public Output<string> Parameter { get; }

    /// <summary>The ARN of the managed policy that allows a role to look it up and call it.</summary>
    public Output<string> CallerPolicy { get; }
}
