namespace Infra.Spelling;

/// <summary>Writes a command to the runner of GitHub Actions.</summary>
/// <remarks>Format: GitHub Actions, "Workflow commands", read 2026-11-21.</remarks>
public static class WorkflowCommand
{
    /// <summary>One line: <c>::name key=value,...::message</c>.</summary>
    public static string Line(
        string name, IEnumerable<(string Key, string Value)> properties, string message)
    {
        var pairs = properties.Select(property => $"{property.Key}={Property(property.Value)}");
        return $"::{name} {string.Join(',', pairs)}::{Data(message)}";
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
