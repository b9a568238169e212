using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of the stack: texts, and JSON texts for structured values.</summary>
public sealed class Config(string? name = null)
{
    private readonly string _name = name ?? Deployment.Instance.ProjectName;

    public string? Get(string key)
    {
        using var all = JsonDocument.Parse(Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}");
        return all.RootElement.TryGetProperty($"{_name}:{key}", out var value) ? value.ToString() : null;
    }
}

/// <summary>Messages of the running program.</summary>
public static class Log
{
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        // Messages are discarded in tests.
    }
}

/// <summary>Ends the program with one line instead of a stack trace.</summary>
public class RunException(string message) : Exception(message);
