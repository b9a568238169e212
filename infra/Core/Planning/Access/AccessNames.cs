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
    public static string Role(string flow, StackSettings settings)
    {
        var name = $"{Prefix(settings)}{flow}-flow";
        return name.Length <= LongestRoleName
            ? name
            : $"{name[..(LongestRoleName - ShortDigest.Length - 1)]}-{ShortDigest.Of(name)}";
    }
}
