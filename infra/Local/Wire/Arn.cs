namespace Infra.Local.Wire;

/// <summary>The names AWS gives to what exists here.</summary>
internal static class Arn
{
    /// <summary>The account that every caller is taken to belong to.</summary>
    public const string Account = "123456789012";

    /// <summary>A prompt, or one of its versions.</summary>
    public static string Prompt(string region, string id, string? version = null) =>
        $"{Bedrock(region)}prompt/{id}{(version is null ? "" : $":{version}")}";

    /// <summary>Whether an ARN is one of a prompt, wherever it is.</summary>
    public static bool IsPrompt(string arn) =>
        arn.Split(':') is ["arn", _, "bedrock", _, _, var resource, ..]
        && resource.StartsWith("prompt/", StringComparison.Ordinal);

    /// <summary>The prompt that an id or ARN means, in a region; null when it cannot be there.</summary>
    public static (string Id, string? Version)? PromptOf(string identifier, string region)
    {
        var prefix = $"{Bedrock(region)}prompt/";
        return !identifier.StartsWith("arn:", StringComparison.Ordinal) ? (identifier, null)
            : identifier.StartsWith(prefix, StringComparison.Ordinal) ? Split(identifier[prefix.Length..])
            : null;
    }

    private static string Bedrock(string region) => $"arn:aws:bedrock:{region}:{Account}:";

    private static (string, string?) Split(string rest) =>
        rest.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
            ? (rest[..colon], rest[(colon + 1)..])
            : (rest, null);
}
