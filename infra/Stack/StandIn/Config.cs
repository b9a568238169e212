using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of the stack: texts, and JSON texts for what is structured.</summary>
public sealed class Config(string? name = null)
{
    private readonly string name = name ?? Deployment.Instance.ProjectName;

    public string? Get(string key)
    {
        using var all = JsonDocument.Parse(Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}");
        return all.RootElement.TryGetProperty($"{name}:{key}", out var value) ? value.ToString() : null;
    }
}

/// <summary>What the program says while it runs.</summary>
public static class Log
{
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        // Nobody listens during a test.
    }

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        // Nobody listens during a test.
    }

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Current!.Error(message);
}

/// <summary>Ends the program with one line instead of a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message) : base(message)
    {
    }

    public RunException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
