using Infra.Settings;

namespace Infra.Planning.Access;

/// <summary>The names of policies and roles. They are unique in an account, so they contain the parameter path, which
/// differs by stack.</summary>
public static class AccessNames
{
    /// <summary>The longest name of a role.</summary>
    /// <remarks>64 characters. Source: IAM CreateRole, RoleName, read 2026-11-21.</remarks>
    public const int LongestRoleName = 64;

    /// <summary>The path of a stack's policies and roles, as in <c>/bedrock-prompts/dev/</c>.</summary>
    public static string Path(StackSettings settings) => $"{settings.ParameterPath}/";

    /// <summary>The prefix of a stack's names, as in <c>bedrock-prompts-dev-</c>.</summary>
    public static string Prefix(StackSettings settings) => $"{settings.ParameterPath.Trim('/').Replace('/', '-')}-";

    /// <summary>The name of a flow's role, as in <c>bedrock-prompts-dev-triage-flow</c>; shortened where IAM would
    /// refuse it.</summary>
    public static string Role(string flow, StackSettings settings) =>
        Shortened($"{Prefix(settings)}{flow}-flow", LongestRoleName);

    /// <summary>A name; if it is too long, its end is replaced by a digest of the whole.</summary>
    internal static string Shortened(string name, int most) => name.Length <= most
        ? name
        : $"{name[..(most - ShortDigest.Length - 1)]}-{ShortDigest.Of(name)}";
}
