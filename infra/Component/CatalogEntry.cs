using Pulumi;

namespace BedrockPrompts;

/// <summary>What an application needs to call a prompt or flow.</summary>
/// <remarks>Whatever uses one of these is created after it.</remarks>
public sealed class CatalogEntry
{
    internal CatalogEntry(Output<string> parameter, Output<string> callerPolicy) =>
        (Parameter, CallerPolicy) = (parameter, callerPolicy);

    /// <summary>The name of the parameter that holds what to call: <c>/bedrock-prompts/dev/greeting-email/live</c>.
    /// </summary>
    public Output<string> Parameter { get; }

    /// <summary>The ARN of the managed policy that lets a role look it up and call it.</summary>
    public Output<string> CallerPolicy { get; }
}
