using Infra.Spelling;

namespace Infra.Diagnostics;

/// <summary>How serious a diagnostic is: only an <see cref="Error"/> stops a plan.</summary>
public enum Severity
{
    /// <summary>Worth knowing; the plan is still made.</summary>
    Warning,

    /// <summary>No plan is made.</summary>
    Error,
}

/// <summary>One thing wrong with the input: a value to collect and print, never an exception.</summary>
/// <param name="At">The place.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Code">Permanent, as in <c>PRM012</c>: a retired code is never given to another problem.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record Diagnostic(Location At, Severity Severity, string Code, string Message)
{
    /// <summary>One line in the form of a compiler's messages, which editors turn into links.</summary>
    public override string ToString() =>
        $"{At}: {(Severity is Severity.Error ? "error" : "warning")} {Code}: {TerminalText.Line(Message)}";
}
