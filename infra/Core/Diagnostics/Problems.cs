namespace Infra.Diagnostics;

/// <summary>Every problem this tool can report; the only place where codes and messages live.</summary>
/// <remarks>
/// One file per subject, each with its own range of permanent codes: 001-019 files and YAML, 020-099 prompts,
/// 100-149 stack settings, 150-199 releases and plans, 200-299 flows, 300-349 test cases.
/// A message says what is wrong and what to do. It never repeats a secret.
/// </remarks>
public static partial class Problems
{
    private static Diagnostic Error(Location at, string code, string message) => new(at, Severity.Error, code, message);

    private static Diagnostic Warning(Location at, string code, string message) =>
        new(at, Severity.Warning, code, message);
}
