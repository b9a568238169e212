namespace Infra.Cli.Local;

/// <summary>Where the local Bedrock keeps what it knows: below <c>.local/</c>, which git ignores.</summary>
internal static class LocalFiles
{
    /// <summary>What the server serves.</summary>
    public static string Data(string project) => Path.Combine(project, ".local", "bedrock.jsonl");

    /// <summary>What the deployer made for a stack.</summary>
    public static string State(string project, string stack) => Path.Combine(project, ".local", $"{stack}.state.jsonl");

    /// <summary>Where a server that is running can be reached.</summary>
    public static string Endpoint(string project) => Path.Combine(project, ".local", "endpoint");

    /// <summary>Which cases of a stack did not pass when they were last run.</summary>
    public static string LastSmoke(string project, string stack) =>
        Path.Combine(project, ".local", $"{stack}.smoke.json");
}
