using System.Collections.Immutable;
using Infra.Cli.Doctor;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Cli;

/// <summary>The world as commands see it; a test hands in its own.</summary>
/// <param name="Out">The result goes here; a failed command writes nothing to it.</param>
/// <param name="Error">The talk goes here: diagnostics, progress, warnings.</param>
/// <param name="Folder">The folder the user is in.</param>
internal sealed record Host(TextWriter Out, TextWriter Error, string Folder)
{
    /// <summary>Standard input; opened when somebody reads it, because opening it sets up a terminal.</summary>
    public Func<TextReader> In { get; init; } = () => TextReader.Null;

    /// <summary>What tells the time, and waits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The day that <c>--as-of</c> names; null for today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The day that models are looked at.</summary>
    public DateOnly Today => AsOf ?? DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>A variable of the environment; null if it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Whether a person watches standard output: a terminal, and none of CI.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether a person watches what is reported: standard error is a terminal, and none of CI.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether what is reported may be coloured.</summary>
    /// <remarks>Source: no-color.org: any value but an empty one turns colours off.</remarks>
    public bool IsColoured =>
        IsErrorTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") is not "dumb";

    /// <summary>A path that the user wrote, from the folder the user is in.</summary>
    /// <exception cref="Failure">It is none.</exception>
    public string PathOf(string path) => path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
        ? Path.GetFullPath(path, Folder)
        : throw new Failure($"'{path}' is not the path of a file or folder.");

    /// <summary>Settings that <c>--config</c> states.</summary>
    public ImmutableArray<(string Key, string Text)> Config { get; init; } = [];

    /// <summary>Reads a project, with what the command line states about it.</summary>
    public Checked<Project> Read(string folder) => Project.Read(new WorkingTree(folder), Config);

    /// <summary>What the doctor looks at.</summary>
    public Func<Surroundings> World { get; init; } = Surroundings.Nothing;

    /// <summary>The real one.</summary>
    public static Host Process() => new(Console.Out, Console.Error, Directory.GetCurrentDirectory())
    {
        In = () => Console.In,
        World = Surroundings.Real,
        Variable = Environment.GetEnvironmentVariable,
        IsTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("CI") is null,
        IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null,
    };

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
