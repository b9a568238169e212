using System.Collections.Immutable;
using System.Text;
using Infra.Cli.Files;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Releases;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Infra.Spelling;
using Infra.Targets;
using Infra.Workspace;

namespace Infra.Cli.Moving;

/// <summary>A stack whose file is about to change: read once, changed in memory, checked, then written.</summary>
/// <param name="Project">The project.</param>
/// <param name="Settings">The stack's settings.</param>
/// <param name="Path">The path of its file.</param>
/// <param name="Text">The file's text, with its line ends.</param>
internal sealed record MovingStack(Checked<Project> Project, StackSettings Settings, string Path, string Text)
{
    /// <summary>The day and the occasion of checking models.</summary>
    public required ModelDay Day { get; init; }

    private string File => Settings.At.File;

    /// <summary>The problems of stack files; what they serve is checked after the move.</summary>
    /// <param name="others">The other stacks that are relevant.</param>
    public ImmutableArray<Diagnostic> FileProblems(params IEnumerable<string> others) =>
    [
        .. ProjectChecks.Definitions(Project).Where(problem => SettingsReader.StackOf(problem.At.File) is { } stack
            && (stack == Settings.Stack || others.Contains(stack, StringComparer.Ordinal))),
    ];

    /// <summary>Reads the project.</summary>
    /// <exception cref="Failure">There is no such stack.</exception>
    public static MovingStack Read(Host host, string folder, string stack, ModelDay day)
    {
        var project = host.Read(folder);
        var settings = ProjectChecks.Settings(project.Value!, stack);
        var file = settings.At.File;
        var text = Encoding.UTF8.GetString(project.Value!.Catalog.Tree.Read(file) ?? []);
        var read = ReadSettings(file, text, project.Value.Config).Value!;
        return new(project, read, System.IO.Path.Combine(folder, file), text) { Day = day };
    }

    /// <summary>What callers of a name get in a stack.</summary>
    public Served Served(string name, StackSettings settings) => Releases.Served.Of(
        settings,
        name,
        Project.Value!.Catalog.Definitions.ContainsKey(name),
        Project.Value.Releases.Newest(name)?.Number);

    /// <summary>The target of a name; null where the stack's file does not list it and its default does not serve
    /// it.</summary>
    public Target? Target(string name) => Settings.Live.GetValueOrDefault(name)
        ?? (Project.Value!.Catalog.Definitions.ContainsKey(name) ? Settings.TargetOf(name) : null);

    /// <summary>The stack after moves; problems of the moves and of the resulting plan are reported.</summary>
    public Checked<MovingStack> Move(IEnumerable<(string Name, Checked<Target.Pinned> Move)> moves)
    {
        if (Settings.Live.Values.FirstOrDefault(target => target.At.File != File) is { } elsewhere)
        {
            return new(null, [Problems.ListedForAllStacks(elsewhere.At, Settings.Stack)]);
        }

        var made = moves.ToImmutableArray();
        var report = made.SelectMany(move => move.Move.Diagnostics).ToList();
        var targets = made
            .Where(move => move.Move.Value is not null)
            .Select(move => (move.Name, Target: move.Move.Value!))
            .ToArray();
        report.AddRange(
            from move in targets
            let running = Settings.Experiments.GetValueOrDefault(move.Name)
            where running is not null && running.Arms[0].Release != move.Target.Live
            select Problems.ExperimentRuns(running.At, move.Name, Settings.Stack));
        var edited = StackFileEdit.Serve(Project.Value!.Config, File, Text, [.. targets]);
        report.AddRange(edited.Diagnostics);
        return report.HasErrors() ? new(null, [.. report]) : Check(edited.Value!);
    }

    /// <summary>The stack without an experiment.</summary>
    public Checked<MovingStack> Without(Experiment experiment)
    {
        var edited = StackFileEdit.End(Project.Value!.Config, File, Text, experiment.Name);
        return edited.Value is { } text ? Check(text) : new(null, edited.Diagnostics);
    }

    /// <summary>The stack after promotions, unless the promoted releases' models have been shut down.</summary>
    public static Checked<MovingStack> Promoted(Checked<MovingStack> after, IReadOnlyCollection<string> names)
    {
        if (!after.IsSound)
        {
            return after;
        }

        var (stack, settings) = (after.Value, after.Value.Settings);
        ImmutableArray<Diagnostic> ended =
        [
            .. ModelChecks.Promotions(
                Planner.Plan(stack.Project.Value!, settings).Value!, settings, stack.Day.Day, names),
        ];
        return ended.IsEmpty
            ? after
            : new(null, [.. after.Diagnostics.Where(problem => ended.All(end => end.At != problem.At)), .. ended]);
    }

    /// <summary>Replaces the stack's file by another's and prints the difference.</summary>
    /// <exception cref="Failure">The file has been changed in the meantime.</exception>
    public void Become(MovingStack other, Host host)
    {
        AtomicFile.Replace(Path, Text, other.Text);
        try
        {
            host.Out.Write(TerminalText.Difference(UnifiedDiff.Of(File, Text, other.Text)));
            host.Out.Flush();
        }
        catch (IOException e)
        {
            // The file has been changed as requested; that the difference cannot be printed does not undo it.
            host.Error.WriteLine($"prompts: {File} was changed, but the change could not be printed: {e.Message}");
        }
    }

    private Checked<MovingStack> Check(string text)
    {
        var settings = ReadSettings(File, text, Project.Value!.Config);
        var project = new Checked<Project>(
            Project.Value with { Stacks = Project.Value.Stacks.SetItem(settings.Value!.Stack, settings.Value) },
            [.. Project.Diagnostics.Where(problem => problem.At.File != File), .. settings.Diagnostics]);
        return new(
            this with { Project = project, Settings = settings.Value, Text = text },
            ProjectChecks.Plan(project, settings.Value.Stack, Day).Diagnostics);
    }

    private static Checked<StackSettings> ReadSettings(string file, string text, ProjectConfig config) =>
        SettingsReader.ReadText(
            new SourceText(file, text.Replace("\r\n", "\n", StringComparison.Ordinal)), config);
}
