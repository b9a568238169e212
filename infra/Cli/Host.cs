using Infra.Diagnostics;

namespace Infra.Cli;

/// <summary>The world as commands see it; a test hands in its own.</summary>
/// <param name="Out">The result goes here; a failed command writes nothing to it.</param>
/// <param name="Error">The talk goes here: diagnostics, progress, warnings.</param>
/// <param name="Folder">The folder the user is in.</param>
internal sealed record Host(TextWriter Out, TextWriter Error, string Folder)
{
    /// <summary>The real one.</summary>
    public static Host Process() => new(Console.Out, Console.Error, Directory.GetCurrentDirectory());

    /// <summary>Prints what is wrong and says how the process should end.</summary>
    public int Report(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Error.WriteLine(diagnostic);
        }

        return diagnostics.HasErrors() ? ExitCode.Problems : ExitCode.Success;
    }
}
