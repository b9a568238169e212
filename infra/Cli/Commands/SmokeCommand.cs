using System.CommandLine;
using Infra.Cli.Running;

namespace Infra.Cli.Commands;

/// <summary><c>prompts smoke &lt;stack&gt;</c> runs the test cases of definitions against what is deployed.</summary>
internal static class SmokeCommand
{
    public static Command Create(Host host)
    {
        var stack = Shared.Stack();
        var local = Shared.Local();
        var which = new SmokeSelectionOptions();
        var how = new SmokeRunOptions();
        var where = new SmokePlaceOptions();
        Command command = new("smoke", "Call what a stack serves with the test cases, and judge the answers.")
        {
            stack,
            local,
        };
        foreach (var option in which.All.Concat(how.All).Concat(where.All))
        {
            command.Add(option);
        }

        command.SetAction((line, cancel) =>
        {
            var options = new SmokeOptions
            {
                Stack = line.GetRequiredValue(stack),
                Folder = line.Project(host),
                Local = line.GetValue(local),
                Aliases = where.Source(line),
            };
            return new SmokeRun(host, where.Read(line, how.Read(line, host, which.Read(line, options)))).Run(cancel);
        });
        return command;
    }
}
