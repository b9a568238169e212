using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>ARNs of things in the place the stack is deployed to.</summary>
/// <remarks>Formats: service authorization reference, read 2026-09.</remarks>
public static class Arns
{
    /// <summary><c>arn:{partition}:{service}:{region}:{account}:{resource}</c>.</summary>
    public static Value InAccount(string service, string resource) =>
        Join("arn:", Partition, $":{service}:", Region, ":", Account, $":{resource}");

    /// <summary>A foundation model in the stack's own region.</summary>
    public static Value FoundationModel(string id) =>
        Join("arn:", Partition, ":bedrock:", Region, $"::foundation-model/{id}");
}
