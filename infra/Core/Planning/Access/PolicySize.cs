using System.Diagnostics;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>How large a policy is for IAM, which does not count blanks.</summary>
/// <remarks>Source: IAM user guide, "IAM and AWS STS quotas", read 2026-11-21.</remarks>
public static class PolicySize
{
    /// <summary>The most characters of a managed policy.</summary>
    public const int MostOfManaged = 6144;

    /// <summary>The most characters of a policy of a flow's role.</summary>
    /// <value>5,120: a role's policies hold 10,240 together, and a new one stands beside the old.</value>
    public const int MostOfRole = 5120;

    private const string Account = "123456789012";

    private const string LongestRegion = "ap-southeast-1";

    private const string LongestId = "ABCDEFGHIJ";

    /// <summary>The most characters a policy can have once the cloud has filled in what only it knows.</summary>
    public static int Of(Value policy, StackSettings settings)
    {
        var filled = Filled(policy, settings.Region ?? LongestRegion);
        return CanonicalJson.Compact(filled).Count(character => !char.IsWhiteSpace(character));
    }

    private static Value Filled(Value value, string region) => value switch
    {
        Value.Document document => Filled(document.Content, region),
        Value.Map map => Map(map.Entries.Select(entry => (entry.Key, (Value?)Filled(entry.Value, region)))),
        Value.List list => List(list.Items.Select(item => Filled(item, region))),
        Value.Join or Value.Ref or Value.Pseudo => Text(value, region),
        _ => value,
    };

    private static string Text(Value value, string region) => value switch
    {
        Value.Text text => text.Content,
        Value.Join join => string.Concat(join.Parts.Select(part => Text(part, region))),
        Value.Pseudo { Parameter: PseudoParameter.Account } => Account,
        Value.Pseudo { Parameter: PseudoParameter.Region } => region,
        Value.Pseudo => PartitionOf(region),

        // The longest ARN we refer to is that of a flow's alias.
        Value.Ref => $"arn:{PartitionOf(region)}:bedrock:{region}:{Account}:flow/{LongestId}/alias/{LongestId}",
        _ => throw new UnreachableException(),
    };

    private static string PartitionOf(string region) =>
        region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : "aws";
}
