using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>Builds ARNs of resources in the place that the stack is deployed to.</summary>
/// <remarks>Formats: service authorization reference, read 2026-09.</remarks>
public static class Arns
{
    private const int Parts = 6;

    private static readonly Value Start = "arn:";

    private static readonly Value Separator = ":";

    /// <summary><c>arn:{partition}:{service}:{region}:{account}:{resource}</c>.</summary>
    public static Value InAccount(string service, string resource) =>
        Join(Start, Partition, $":{service}:", Region, Separator, Account, $":{resource}");

    /// <summary>A foundation model in the stack's own region.</summary>
    public static Value FoundationModel(string id) => FoundationModel(id, Region);

    /// <summary>A foundation model in a region: <c>*</c> for any, empty for a global one.</summary>
    public static Value FoundationModel(string id, Value region) =>
        Join(Start, Partition, ":bedrock:", region, $"::foundation-model/{id}");

    /// <summary>Whether a text is an ARN.</summary>
    public static bool IsArn(string text) =>
        text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':').Length >= Parts;

    /// <summary>ARNs without duplicates, in an order that does not depend on how they were found.</summary>
    public static Value[] Set(IEnumerable<Value> arns)
    {
        Value[] once = [.. arns.Distinct()];
        return once.Length > 1 ? [.. once.OrderBy(CanonicalJson.Compact, StringComparer.Ordinal)] : once;
    }

    /// <summary>The region of an ARN; it may be empty.</summary>
    public static string RegionOf(string arn) => arn.Split(':', Parts)[3];

    /// <summary>The last part of an ARN, after service, region and account, as in <c>prompt/ABCDEFGHIJ:3</c>.</summary>
    public static string ResourceOf(string arn) => arn.Split(':', Parts)[Parts - 1];
}
