using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Files;
using Infra.Targets.Pages;
using Infra.Workspace;
using Infra.Workspace.Git;

namespace Infra.Cli.Commands;

/// <summary><c>prompts catalog</c> writes a page with every prompt and flow.</summary>
internal static class CatalogCommand
{
    public static Command Create(Host host)
    {
        Option<string> folder = new("--output", "-o")
        {
            Description = "The folder to write index.html to; it is created if it does not exist.",
            HelpName = "folder",
            Required = true,
        };
        Command command = new("catalog", "Write a page that shows every prompt and flow and what each stack serves.")
        {
            folder,
        };
        command.SetAction((line, cancel) =>
            Run(host, line.Project(host), host.PathOf(line.GetRequiredValue(folder)), cancel));
        return command;
    }

    private static async Task<int> Run(Host host, string folder, string output, CancellationToken cancel)
    {
        // Git works while the project is read.
        var past = Task.Run(() => History(folder, cancel), cancel);
        var project = host.Read(folder);
        var problems = ProjectChecks.All(project, host.Today, out var plans);
        var (history, trouble) = await past.ConfigureAwait(false);
        var exit = host.Report(problems);
        if (exit != ExitCode.Success)
        {
            return exit;
        }

        if (trouble is not null)
        {
            await host.Error.WriteLineAsync($"The page has no history. {trouble}").ConfigureAwait(false);
        }

        var page = CatalogPage.Render(project.Value!, plans, history, host.Today);
        Directory.CreateDirectory(output);
        AtomicFile.Write(Path.Combine(output, "index.html"), page);
        await host.Out.WriteLineAsync(Path.Combine(output, "index.html")).ConfigureAwait(false);
        return exit;
    }

    /// <summary>The events of <c>prompts history</c>, with the commits that changed working files; none and the reason
    /// for a project without git.</summary>
    private static async Task<(ImmutableArray<CatalogEvent> Events, string? Trouble)> History(
        string folder, CancellationToken cancel)
    {
        try
        {
            var history = await ProjectHistory.Read(new(folder), withDigests: false, cancel).ConfigureAwait(false);
            var events = history.Events.ToLookup(past => past.Commit.Id, StringComparer.Ordinal);
            return (
            [
                .. from commit in history.Commits
                   from told in events[commit.Id].Select(HistoryTable.Told)
                       .Concat(ProjectHistory.Edited(commit).Select(name => HistoryTable.Told(commit, name)))
                   where told is not null
                   select told,
            ], null);
        }
        catch (Failure failure)
        {
            return ([], failure.Message);
        }
    }
}
