using Infra.Local.Models;
using Infra.Local.Prompts;
using Infra.Local.Runtime;
using Infra.Local.Wire;

namespace Infra.Local;

/// <summary>Everything that is served: a new operation is added to the list of its service.</summary>
internal static class Services
{
    /// <summary>The services of a server.</summary>
    public static IReadOnlyList<Service> Of(LocalOptions options) =>
    [
        new(ServiceModel.Read("bedrock-agent"), PromptOperations.All.AddRange(Tagging.All)),
        new(
            ServiceModel.Read("bedrock-runtime"),
            new ConverseOperations(options.Answers).All.AddRange(new InvokeModelOperations(options.Answers).All)),
    ];
}
