using System.Collections.Immutable;

namespace Infra.Diagnostics;

/// <summary>Every problem that this tool can report; the only place with codes and messages.</summary>
/// <remarks>
/// One file per subject, each with its own range of permanent codes: 001-019 files and YAML, 020-099 prompts,
/// 100-149 stack settings, 150-199 releases and plans, 200-299 flows, 300-349 test cases, 350-399 import,
/// 500-504 what lies in the folder, 580-599 experiments.
/// A message says what is wrong and what to do. It never repeats a secret.
/// </remarks>
public static partial class Problems
{
    /// <summary>The longest message, in UTF-16 units; a message may quote a file, and quotes may be long.</summary>
    private const int Longest = 800;

    /// <summary>Codes that are no longer used; they are never given to another problem.</summary>
    public static ImmutableArray<string> Retired { get; } = ["PRM256", "PRM260", "PRM362"];

    private static Diagnostic Error(Location at, string code, string message) =>
        new(at, Severity.Error, code, OneLine(message));

    private static Diagnostic Warning(Location at, string code, string message) =>
        new(at, Severity.Warning, code, OneLine(message));

    /// <summary>A message as one line: what it quotes from files must not break the line, move a terminal's cursor or
    /// fill pages.</summary>
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
