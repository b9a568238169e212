using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of the stack: texts, and JSON texts for what is structured.</summary>
public sealed class Config(string? name = null)
{
    private readonly string _name = name ?? Deployment.Instance.ProjectName;

    public string? Get(string key)
    {
        using var all = JsonDocument.Parse(Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}");
        return all.RootElement.TryGetProperty($"{_name}:{key}", out var value) ? value.ToString() : null;
    }
}

/// <summary>What the program says while it runs.</summary>
public static class Log
{
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        // Nobody listens during a test.
    }
}

/// <summary>Ends the program with one line instead of a stack trace.</summary>
public class RunException(string message) : Exception(message);
