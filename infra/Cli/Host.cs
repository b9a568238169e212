using System.Collections.Immutable;
using Infra.Cli.Doctor;
using Infra.Cli.Explaining;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Cli;

/// <summary>The surroundings of commands; tests provide their own.</summary>
/// <param name="Out">For results; a failed command writes nothing to it.</param>
/// <param name="Error">For messages: diagnostics, progress, warnings.</param>
/// <param name="Folder">The current folder.</param>
internal sealed record Host(TextWriter Out, TextWriter Error, string Folder)
{
    /// <summary>Standard input; opened when it is first read, because opening it sets up a terminal.</summary>
    public Func<TextReader> In { get; init; } = () => TextReader.Null;

    /// <summary>The clock, also for waiting.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The day of <c>--as-of</c>; null for today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The day on which models are checked.</summary>
    public DateOnly Today => AsOf ?? DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Reads an environment variable; null if it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Whether standard output is a terminal, outside CI.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal, outside CI.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether messages may be coloured.</summary>
    /// <remarks>Source: no-color.org: NO_COLOR with any value but an empty one turns colours off.</remarks>
    public bool IsColoured =>
        IsErrorTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") is not "dumb";

    /// <summary>The project's folder; the current one where no command line has named it.</summary>
    public Func<string> ProjectFolder { get; init; } = () => "";

    /// <summary>The text of a place as a link to its file, on a terminal that knows links.</summary>
    public string Linked(string file, string shown) => IsColoured && PlaceLinks.AreKnown(Variable)
        ? new PlaceLinks(ProjectFolder(), Folder).Linked(file, shown)
        : shown;

    /// <summary>A path that the user gave, relative to the current folder.</summary>
    /// <exception cref="Failure">It is not a valid path.</exception>
    public string PathOf(string path) => path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
        ? Path.GetFullPath(path, Folder)
        : throw new Failure($"'{path}' is not the path of a file or folder.");

    /// <summary>The settings of <c>--config</c>.</summary>
    public ImmutableArray<(string Key, string Text)> Config { get; init; } = [];

    /// <summary>Reads a project, with the settings of the command line.</summary>
    public Checked<Project> Read(string folder) => Project.Read(new WorkingTree(folder), Config);

    /// <summary>The surroundings that the doctor checks.</summary>
    public Func<Surroundings> World { get; init; } = Surroundings.Nothing;

    /// <summary>The real surroundings of the process.</summary>
    public static Host Process() => new(Console.Out, Console.Error, Directory.GetCurrentDirectory())
    {
        In = () => Console.In,
        World = Surroundings.Real,
        Variable = Environment.GetEnvironmentVariable,
        IsTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("CI") is null,
        IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null,
    };

    /// <summary>Prints diagnostics and returns the exit code.</summary>
    public int Report(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var (place, text) = ($"{diagnostic.At}", $"{diagnostic}");
            Error.WriteLine(Linked(diagnostic.At.File, place) + text[place.Length..]);
        }

        return diagnostics.HasErrors() ? ExitCode.Problems : ExitCode.Success;
    }
}
