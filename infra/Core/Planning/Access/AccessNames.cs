using Infra.Settings;

namespace Infra.Planning.Access;

/// <summary>Names of policies and roles: unique in an account, so the parameter path tells stacks apart.</summary>
public static class AccessNames
{
    /// <summary>The longest name of a role.</summary>
    /// <remarks>64 characters. Source: IAM CreateRole, RoleName, read 2026-11-21.</remarks>
    public const int LongestRoleName = 64;

    /// <summary>The path of a stack's policies and roles: <c>/bedrock-prompts/dev/</c>.</summary>
    public static string Path(StackSettings settings) => $"{settings.ParameterPath}/";

    /// <summary>What a stack's names start with: <c>bedrock-prompts-dev-</c>.</summary>
    public static string Prefix(StackSettings settings) => $"{settings.ParameterPath.Trim('/').Replace('/', '-')}-";

    /// <summary>A flow's role: <c>bedrock-prompts-dev-triage-flow</c>, shortened where IAM would refuse it.</summary>
    public static string Role(string flow, StackSettings settings) =>
        Shortened($"{Prefix(settings)}{flow}-flow", LongestRoleName);

    /// <summary>A name, its end a digest of the whole where it is longer than may be.</summary>
    internal static string Shortened(string name, int most) => name.Length <= most
        ? name
        : $"{name[..(most - ShortDigest.Length - 1)]}-{ShortDigest.Of(name)}";
}
