using Infra.Spelling;

namespace Infra.Diagnostics;

/// <summary>How much a diagnostic weighs: only <see cref="Error"/> stops a plan.</summary>
public enum Severity
{
    /// <summary>Worth knowing; the plan goes on.</summary>
    Warning,

    /// <summary>The plan stops.</summary>
    Error,
}

/// <summary>One thing wrong with the input: a value to collect and print, never an exception.</summary>
/// <param name="At">Where.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Code">Permanent, as in <c>PRM012</c>: a retired code is never given to another problem.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record Diagnostic(Location At, Severity Severity, string Code, string Message)
{
    /// <summary>One line that compilers would print and editors can jump from.</summary>
    public override string ToString() =>
        $"{At}: {(Severity is Severity.Error ? "error" : "warning")} {Code}: {TerminalText.Line(Message)}";
}
