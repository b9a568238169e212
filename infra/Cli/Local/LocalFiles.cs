using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Local;

/// <summary>Where the local Bedrock keeps what it knows: below <c>.local/</c>, which git ignores.</summary>
internal static class LocalFiles
{
    /// <summary>What the server serves.</summary>
    public static string Data(string project) => Path.Combine(project, ".local", "bedrock.jsonl");

    /// <summary>What the deployer made for a stack.</summary>
    public static string State(string project, string stack) => Of(project, stack, "state.jsonl");

    /// <summary>Where a server that is running can be reached.</summary>
    public static string Endpoint(string project) => Path.Combine(project, ".local", "endpoint");

    /// <summary>Which cases of a stack did not pass when they were last run.</summary>
    public static string LastSmoke(string project, string stack) => Of(project, stack, "smoke.json");

    /// <summary>What to say in the commit of what a command changed.</summary>
    public static string CommitMessage(string project) => Path.Combine(project, ".local", "commit-message");

    /// <summary>A stack's name is a name: none leads out of the folder.</summary>
    /// <exception cref="Failure">It is no name.</exception>
    private static string Of(string project, string stack, string kind) =>
        StackSettings.IsName(stack)
            ? Path.Combine(project, ".local", $"{stack}.{kind}")
            : throw new Failure($"'{stack}' is not the name of a stack. Name the <stack> of Pulumi.<stack>.yaml.");
}
