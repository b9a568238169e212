using System.CommandLine;
using Infra.Cli.Moving;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Cli.Commands;

/// <summary><c>prompts rollback &lt;name&gt; --stack &lt;stack&gt;</c> goes back by one release.</summary>
internal static class RollbackCommand
{
    public static Command Create(Host host)
    {
        Argument<string> name = new("name") { Description = "The prompt or flow." };
        var stack = Shared.MovingStack();
        Command command = new("rollback", "Go back to the release that was live before: edit a file, deploy nothing.")
        {
            name, stack,
        };
        command.SetAction(line =>
            Run(host, line.Project(host), line.GetRequiredValue(stack), line.GetRequiredValue(name)));
        return command;
    }

    private static int Run(Host host, string folder, string stack, string name)
    {
        var before = MovingStack.Read(folder, stack);
        if (before.Diagnostics.HasErrors())
        {
            return host.Report(before.Diagnostics);
        }

        Checked<Target.Pinned> move = before.Target(Promotions.Known(before, name)) is { } target
            ? Moves.Rollback(target)
            : new(null, [Problems.NotServed(before.Settings.At, name, stack)]);
        var after = before.Move([(name, move)]);
        if (after.IsSound)
        {
            before.Become(after.Value, host);
        }

        return host.Report(after.Diagnostics);
    }
}
