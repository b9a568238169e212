namespace Infra.Local.Protocol.Wire;

/// <summary>The ARNs of what exists here.</summary>
internal static class Arn
{
    /// <summary>The account of every caller.</summary>
    public const string Account = "123456789012";

    /// <summary>A prompt, or one of its versions.</summary>
    public static string Prompt(string region, string id, string? version = null) =>
        $"{Bedrock(region)}prompt/{id}{(version is null ? "" : $":{version}")}";

    /// <summary>The prompt's ARN, from an ARN of the prompt or of one of its versions.</summary>
    public static string Unversioned(string prompt) => string.Join(':', prompt.Split(':').Take(6));

    /// <summary>A flow.</summary>
    public static string Flow(string region, string id) => $"{Bedrock(region)}flow/{id}";

    /// <summary>An alias of a flow.</summary>
    public static string FlowAlias(string region, string id, string alias) => $"{Flow(region, id)}/alias/{alias}";

    /// <summary>A run of a flow, started through an alias.</summary>
    public static string FlowExecution(string region, string id, string alias, string name) =>
        $"{FlowAlias(region, id, alias)}/execution/{name}";

    /// <summary>The id of the flow that an id or ARN refers to in a region; null when it cannot be there.</summary>
    public static string? FlowOf(string identifier, string region)
    {
        var prefix = Flow(region, "");
        return !identifier.StartsWith("arn:", StringComparison.Ordinal) ? identifier
            : identifier.StartsWith(prefix, StringComparison.Ordinal) ? identifier[prefix.Length..].Split('/')[0]
            : null;
    }

    /// <summary>Whether an ARN is a prompt's, in any region.</summary>
    public static bool IsPrompt(string arn) =>
        arn.Split(':') is ["arn", _, "bedrock", _, _, var resource, ..]
        && resource.StartsWith("prompt/", StringComparison.Ordinal);

    /// <summary>The prompt that an id or ARN refers to in a region; null when it cannot be there.</summary>
    public static (string Id, string? Version)? PromptOf(string identifier, string region)
    {
        var prefix = $"{Bedrock(region)}prompt/";
        return !identifier.StartsWith("arn:", StringComparison.Ordinal) ? (identifier, null)
            : identifier.StartsWith(prefix, StringComparison.Ordinal) ? Split(identifier[prefix.Length..])
            : null;
    }

    /// <summary>An IAM role.</summary>
    public static string Role(string name, string path) => $"arn:aws:iam::{Account}:role{path}{name}";

    /// <summary>An IAM managed policy.</summary>
    public static string Policy(string name, string path) => $"arn:aws:iam::{Account}:policy{path}{name}";

    /// <summary>A parameter.</summary>
    public static string Parameter(string region, string name) => $"{Parameters(region)}{name.TrimStart('/')}";

    /// <summary>The name of the parameter that a name or ARN refers to.</summary>
    public static string ParameterOf(string identifier, string region) =>
        identifier.StartsWith(Parameters(region), StringComparison.Ordinal)
            ? identifier[(Parameters(region).Length - 1)..]
            : identifier;

    private static string Parameters(string region) => $"arn:aws:ssm:{region}:{Account}:parameter/";

    private static string Bedrock(string region) => $"arn:aws:bedrock:{region}:{Account}:";

    private static (string, string?) Split(string rest) =>
        rest.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
            ? (rest[..colon], rest[(colon + 1)..])
            : (rest, null);
}
