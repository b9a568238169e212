using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Infra.Definitions;
using Infra.Workspace;
using Infra.Workspace.Git;

namespace Infra.Cli.Commands;

/// <summary><c>prompts history</c> prints who changed what and when, according to git.</summary>
internal static class HistoryCommand
{
    public static Command Create(Host host)
    {
        Argument<string?> name = new("name")
        {
            Description = "The prompt or flow; it may have been deleted.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> all = new("--all")
        {
            Description = "Every name, with the releases that were made and the settings that callers notice.",
        };
        Option<string?> stack =
            new("--stack", "-s") { Description = "Only what this stack serves.", HelpName = "stack" };
        Option<DateOnly?> since = new("--since")
        {
            Description = "Only what was done on this day or later, as in 2027-01-08.",
            HelpName = "day",
            CustomParser = Shared.Day,
        };
        var format = Shared.Format("text", "csv", "markdown", "json");
        Command command = new("history", "Show who changed what callers of a prompt or flow get, and when.")
        {
            name, all, stack, since, format,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(all) == (given.GetValue(name) is not null))
            {
                given.AddError("Give the name of a prompt or flow, or --all.");
            }
        });
        command.SetAction((line, cancel) => Run(
            host,
            line.Project(host),
            new(line.GetValue(name), line.GetValue(stack), line.GetValue(since)),
            line.GetValue(format)!,
            cancel));
        return command;
    }

    private static async Task<int> Run(
        Host host, string folder, Request request, string format, CancellationToken cancel)
    {
        if (request.Name is { } name && !Names.IsBedrockName(name))
        {
            throw new Failure($"'{name}' cannot be the name of a prompt or flow.");
        }

        var history = await ProjectHistory.Read(new(folder), withDigests: true, cancel).ConfigureAwait(false);
        ImmutableArray<PastEvent> events = [.. history.Events.Where(request.Asks)];
        HistoryTable.Write(events, isOfAll: request.Name is null, format, host.Out);
        if (events.IsEmpty)
        {
            await host.Error.WriteLineAsync(request.Name is { } asked
                ? $"No commit made a stack serve '{asked}'."
                : "No commit changed anything that was asked for.").ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    /// <summary>The selection of events.</summary>
    private sealed record Request(string? Name, string? Stack, DateOnly? Since)
    {
        public bool Asks(PastEvent past) => past switch
        {
            PastEvent.Moved moved => (Name is null || moved.Name == Name) && IsOf(moved.Stack),
            PastEvent.Compared compared => (Name is null || compared.Name == Name) && IsOf(compared.Stack),
            PastEvent.Released => Name is null && Stack is null,
            PastEvent.Reset reset => Name is null && IsOf(reset.Stack),
            _ => throw new UnreachableException(),
        } && (Since is not { } day || past.Commit.At is not { } time || DateOnly.FromDateTime(time.UtcDateTime) >= day);

        private bool IsOf(string stack) => Stack is null || Stack == stack;
    }
}
