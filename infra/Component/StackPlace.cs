using System.Collections.Immutable;
using Infra.Targets;
using Infra.Values;
using Pulumi;

namespace BedrockPrompts;

/// <summary>The place that the stack is deployed to; each part is queried at most once, and only when it is
/// needed.</summary>
/// <param name="parent">The resource whose providers are queried; null for the stack's.</param>
internal sealed class StackPlace(Resource? parent = null)
{
    private readonly Lazy<Output<string>> _partition = new(() => Ask(parent, "getPartition", "partition"));
    private readonly Lazy<Output<string>> _region = new(() => Ask(parent, "getRegion", "region"));
    private readonly Lazy<Output<string>> _account = new(() => Ask(parent, "getAccountId", "accountId"));

    /// <summary>The partition, region or account.</summary>
    public Output<string> Of(PseudoParameter parameter) => parameter switch
    {
        PseudoParameter.Partition => _partition.Value,
        PseudoParameter.Region => _region.Value,
        PseudoParameter.Account => _account.Value,
    };

    private static Output<string> Ask(Resource? parent, string function, string answer) => Deployment.Instance
        .Invoke<ImmutableDictionary<string, string>>(
            $"aws-native:index:{function}",
            InvokeArgs.Empty,
            new InvokeOptions { Parent = parent, Version = ProviderVersions.Of("aws-native") })
        .Apply(answers => answers[answer]);
}
