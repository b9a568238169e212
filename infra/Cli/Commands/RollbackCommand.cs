using System.CommandLine;
using Infra.Cli.Moving;
using Infra.Diagnostics;
using Infra.Planning;
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
        var with = Shared.With("Go back with this one in the same step; may be repeated.");
        Command command = new("rollback", "Go back to the release that was live before: edit a file, deploy nothing.")
        {
            name, stack, with,
        };
        command.SetAction(line => Run(
            host,
            line.Project(host),
            line.GetRequiredValue(stack),
            [line.GetRequiredValue(name), .. line.GetValue(with) ?? []]));
        return command;
    }

    private static int Run(Host host, string folder, string stack, IEnumerable<string> names)
    {
        var before = MovingStack.Read(host, folder, stack, new(host.Today, ModelOccasion.Rollback));
        if (before.FileProblems() is var problems && problems.HasErrors())
        {
            return host.Report(problems);
        }

        var after = before.Move(
            [.. names.Distinct(StringComparer.Ordinal).Select(name => (name, Move(before, name)))]);
        if (after.IsSound)
        {
            before.Become(after.Value, host);
        }

        return host.Report(after.Diagnostics);
    }

    private static Checked<Target.Pinned> Move(MovingStack stack, string name) =>
        stack.Target(Promotions.Known(stack, name)) is { } target
            ? Moves.Rollback(target)
            : new(null, [Problems.NotServed(stack.Settings.At, name, stack.Settings.Stack)]);
}
