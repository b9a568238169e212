using System.CommandLine;
using Infra.Cli.Explaining;
using Infra.Diagnostics;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts explain &lt;code&gt;</c> prints what a problem means and how to mend it.</summary>
internal static class ExplainCommand
{
    public static Command Create(Host host)
    {
        Argument<string> code = new("code") { Description = "The code of a message, as in PRM012." };
        Command command = new("explain", "Explain a problem by its code: why it matters, what is wrong, what is right.")
        {
            code,
        };
        command.SetAction(line => Run(host, Explanations.Normal(line.GetRequiredValue(code))));
        return command;
    }

    private static void Run(Host host, string code)
    {
        if (Problems.Retired.Contains(code))
        {
            host.Out.WriteLine($"{code} is retired: nothing reports it any more.");
            return;
        }

        var text = Explanations.Of(code) ?? throw new Failure(Explanations.Near(code) is { } near
            ? $"There is no problem '{code}'. Did you mean {near}?"
            : $"There is no problem '{code}'. Codes look like PRM012; infra/Problems.md lists them.");
        host.Out.WriteLine($"{code}\n\n{text}");
    }
}
