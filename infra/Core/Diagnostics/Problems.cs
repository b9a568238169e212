using System.Collections.Immutable;

namespace Infra.Diagnostics;

/// <summary>Every problem this tool can report; the only place where codes and messages live.</summary>
/// <remarks>
/// One file per subject, each with its own range of permanent codes: 001-019 files and YAML, 020-099 prompts,
/// 100-149 stack settings, 150-199 releases and plans, 200-299 flows, 300-349 test cases, 350-399 import,
/// 500-504 what lies in the folder, 580-599 experiments.
/// A message says what is wrong and what to do. It never repeats a secret.
/// </remarks>
public static partial class Problems
{
    /// <summary>The longest message; what a file says may be quoted in it, and may be long.</summary>
    private const int Longest = 800;

    /// <summary>Codes that were used once and dropped: none of them is given to another problem.</summary>
    public static ImmutableArray<string> Retired { get; } = ["PRM256", "PRM260"];

    private static Diagnostic Error(Location at, string code, string message) =>
        new(at, Severity.Error, code, OneLine(message));

    private static Diagnostic Warning(Location at, string code, string message) =>
        new(at, Severity.Warning, code, OneLine(message));

    /// <summary>A message quotes what files say: it must not break the line,
    /// move a terminal's cursor or run on for pages.</summary>
    private static string OneLine(string message)
    {
        if (message.Length > Longest)
        {
            message = $"{message[..(Longest / 2)]} ... {message[^(Longest / 2)..]}";
        }

        return message.Any(char.IsControl)
            ? string.Concat(message.Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:X4}" : $"{letter}"))
            : message;
    }
}
