using System.CommandLine;
using Infra.Cli.Moving;
using Infra.Diagnostics;

namespace Infra.Cli.Commands;

/// <summary><c>prompts promote &lt;name&gt;[@n] --stack &lt;stack&gt;</c> makes a release live.</summary>
internal static class PromoteCommand
{
    public static Command Create(Host host)
    {
        Argument<string?> name = new("name")
        {
            Description = "The prompt or flow, as in greeting for its newest release or greeting@3 for release 3.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var with = Shared.With("Also promote this one in the same step, as name or name@3; may be repeated.");
        var stack = Shared.MovingStack();
        Option<string?> from = new("--from")
        {
            Description = "Promote what is live in this stack.",
            HelpName = "stack"
        };
        Option<bool> all = new("--all")
        {
            Description = "Every name that has a release; with --from, every name that this stack serves.",
        };
        Command command = new("promote", "Make a release live in a stack: edit its file, deploy nothing.")
        {
            name, with, stack, from, all,
        };
        command.SetAction((line, _) =>
        {
            var to = line.GetRequiredValue(stack);
            var names = new[] { line.GetValue(name) }.OfType<string>().Concat(line.GetValue(with) ?? []);
            var promotions = Promotions.Parse([.. names], line.GetValue(all), line.GetValue(from), to);
            return Run(host, line.Project(host), to, promotions);
        });
        return command;
    }

    private static async Task<int> Run(Host host, string folder, string to, Promotions promotions)
    {
        var before = MovingStack.Read(host, folder, to, new(host.Today));
        if (before.FileProblems(promotions.From ?? to) is var problems && problems.HasErrors())
        {
            return host.Report(problems);
        }

        var moves = promotions.In(before).ToArray();
        if (moves.Length == 0)
        {
            await host.Error.WriteLineAsync($"Nothing to promote: {promotions.WhyNone(before)}")
                .ConfigureAwait(false);
            return ExitCode.Success;
        }

        var after = MovingStack.Promoted(before.Move(moves), [.. moves.Select(move => move.Name)]);
        if (!after.IsSound)
        {
            return host.Report(after.Diagnostics);
        }

        var warnings = TrialsElsewhere.Check(after.Value, moves.Select(move => move.Name));
        before.Become(after.Value, host);
        return host.Report([.. after.Diagnostics, .. warnings]);
    }
}
