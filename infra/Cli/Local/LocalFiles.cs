using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Local;

/// <summary>The files of the local Bedrock, in <c>.local/</c>, which git ignores.</summary>
internal static class LocalFiles
{
    /// <summary>The file with the server's world.</summary>
    public static string Data(string project) => Path.Combine(project, ".local", "bedrock.jsonl");

    /// <summary>The file with the deployer's state of a stack.</summary>
    public static string State(string project, string stack) => Of(project, stack, "state.jsonl");

    /// <summary>The file with the address of a running server.</summary>
    public static string Endpoint(string project) => Path.Combine(project, ".local", "endpoint");

    /// <summary>The file with the cases of a stack that did not pass in the last run.</summary>
    public static string LastSmoke(string project, string stack) => Of(project, stack, "smoke.json");

    /// <summary>The file with a message for the commit of a command's change.</summary>
    public static string CommitMessage(string project) => Path.Combine(project, ".local", "commit-message");

    /// <summary>The path for a stack's file, whose name cannot lead out of the folder.</summary>
    /// <exception cref="Failure">It is not a valid name of a stack.</exception>
    private static string Of(string project, string stack, string kind) =>
        StackSettings.IsName(stack)
            ? Path.Combine(project, ".local", $"{stack}.{kind}")
            : throw new Failure($"'{stack}' is not the name of a stack. Name the <stack> of Pulumi.<stack>.yaml.");
}
