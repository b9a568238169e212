using Infra.Settings;
using Infra.Values;

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

    private const string LongestRegion = "ap-southeast-1";

    /// <summary>The most characters a policy can have once the cloud has filled in what only it knows.</summary>
    public static int Of(Value policy, StackSettings settings)
    {
        var place = new Place(settings.Region ?? LongestRegion, "123456789012");

        // The longest ARN we refer to is that of a flow's alias.
        var longest = $"arn:{place.Partition}:bedrock:{place.Region}:{place.Account}:flow/ABCDEFGHIJ/alias/ABCDEFGHIJ";
        return Of(place.Fill(policy, _ => longest));
    }

    /// <summary>The characters of a policy in which everything is known.</summary>
    public static int Of(Value policy)
    {
        var size = 0;
        foreach (var character in CanonicalJson.Compact(policy))
        {
            size += char.IsWhiteSpace(character) ? 0 : 1;
        }

        return size;
    }
}
