namespace Infra.Cli.Aws;

/// <summary>The parts of a prompt's ARN, as in
/// <c>arn:aws:bedrock:us-east-1:111122223333:prompt/ABCDEFGHIJ:3</c>.</summary>
/// <param name="Prompt">The ARN without a version.</param>
/// <param name="Version">The version; null for the draft.</param>
internal readonly record struct PromptArn(string Prompt, string? Version)
{
    /// <summary>Splits off the version, if the ARN has one.</summary>
    public static PromptArn Parse(string arn)
    {
        var version = arn.IndexOf(':', Math.Max(0, arn.IndexOf(":prompt/", StringComparison.Ordinal) + 1));
        return version < 0 || !arn.Contains(":prompt/", StringComparison.Ordinal)
            ? new PromptArn(arn, Version: null)
            : new PromptArn(arn[..version], arn[(version + 1)..]);
    }
}

/// <summary>The parts of a flow alias's ARN.</summary>
/// <remarks>As in <c>arn:aws:bedrock:us-east-1:111122223333:flow/ABCDEFGHIJ/alias/KLMNOPQRST</c>.</remarks>
/// <param name="Flow">The flow's id.</param>
/// <param name="Alias">The alias's id.</param>
internal readonly record struct FlowAliasArn(string Flow, string Alias)
{
    /// <summary>The alias that every flow has from the start, and which follows the draft.</summary>
    public const string Test = "TSTALIASID";

    /// <summary>Reads the two ids from an ARN.</summary>
    /// <exception cref="FormatException">It is not the ARN of a flow alias.</exception>
    public static FlowAliasArn Parse(string arn) =>
        arn.Split(":flow/") is [_, var path] && path.Split("/alias/") is [var flow, var alias]
            ? new FlowAliasArn(flow, alias)
            : throw new FormatException($"{arn} is not the ARN of a flow's alias.");
}
