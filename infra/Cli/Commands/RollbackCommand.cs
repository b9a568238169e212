using System.CommandLine;
using Infra.Cli.Moving;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Releases;
using Infra.Settings;
using Infra.Workspace.Git;

namespace Infra.Cli.Commands;

/// <summary><c>prompts rollback &lt;name&gt; --stack &lt;stack&gt;</c> makes the release before the live one
/// live.</summary>
internal static class RollbackCommand
{
    public static Command Create(Host host)
    {
        Argument<string> name = new("name") { Description = "The prompt or flow." };
        var stack = Shared.MovingStack();
        var with = Shared.With("Also roll this one back in the same step; may be repeated.");
        Option<string?> because = new("--because")
        {
            Description = "The reason, for the message of the commit and for 'prompts history'.",
            HelpName = "reason",
        };
        Option<int?> ifLive = new("--if-live")
        {
            Description = "Roll back only while this release is live; otherwise do nothing and exit 0.",
            HelpName = "release",
        };
        Command command = new("rollback", "Go back to the release that was live before: edit a file, deploy nothing.")
        {
            name, stack, with, because, ifLive,
        };
        command.SetAction(line => Run(
            host,
            line.Project(host),
            line.GetRequiredValue(stack),
            [line.GetRequiredValue(name), .. line.GetValue(with) ?? []],
            (line.GetValue(because), line.GetValue(ifLive))));
        return command;
    }

    private static int Run(
        Host host, string folder, string stack, string[] names, (string? Because, int? IfLive) asked)
    {
        var before = MovingStack.Read(host, folder, stack, new(host.Today, ModelOccasion.Rollback));
        if (before.FileProblems() is var problems && problems.HasErrors())
        {
            return host.Report(problems);
        }

        var served = before.Served(Promotions.Known(before, names[0]), before.Settings);
        if (asked.IfLive is { } expected && served != new Served.Release(expected))
        {
            host.Error.WriteLine(
                $"Nothing to do: stack {stack} serves {served} of '{names[0]}', not release {expected}.");
            return ExitCode.Success;
        }

        var after = before.Move(
            [.. names.Distinct(StringComparer.Ordinal).Select(name => (name, Move(before, name)))]);
        if (after.IsSound)
        {
            before.Become(after.Value, host);
            if (asked.Because is { } reason)
            {
                CommitMessage.Offer(
                    host,
                    folder,
                    before.Settings.At.File,
                    $"Roll {names[0]} back in {stack}",
                    (PastEvent.ReasonKey, reason));
            }
        }

        return host.Report(after.Diagnostics);
    }

    private static Checked<Target.Pinned> Move(MovingStack stack, string name) =>
        stack.Target(Promotions.Known(stack, name)) is { } target
            ? Moves.Rollback(target)
            : new(null, [Problems.NotServed(stack.Settings.At, name, stack.Settings.Stack)]);
}
