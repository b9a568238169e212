using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Infra.Definitions.Format;
using Infra.Spelling;

namespace Infra.Cli;

/// <summary>The console's help: all of it on request, one screen after a wrong command line.</summary>
/// <param name="groups">The commands, grouped by purpose.</param>
internal sealed class CommandHelp(IReadOnlyList<(string Name, IReadOnlyList<Command> Commands)> groups)
{
    /// <summary>Writes a line for each command.</summary>
    public void Whole(RootCommand root, TextWriter output)
    {
        output.WriteLine(root.Description);
        output.WriteLine();
        output.WriteLine("Usage: prompts <command> [options]");
        var width = groups.SelectMany(group => group.Commands).Max(command => command.Name.Length);
        foreach (var (name, commands) in groups)
        {
            output.WriteLine();
            output.WriteLine(name);
            foreach (var command in commands)
            {
                output.WriteLine($"  {command.Name.PadRight(width)}  {command.Description}");
            }
        }

        output.WriteLine();
        output.WriteLine("With every command");
        foreach (var option in root.Options.Where(option => !option.Hidden))
        {
            var names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(alias => alias.Length));
            output.WriteLine($"  {names}{(option.HelpName is { } value ? $" <{value}>" : "")}  {option.Description}");
        }

        output.WriteLine();
        output.WriteLine("'prompts <command> --help' shows how it is called.");
    }

    /// <summary>Writes what is wrong with a command line, and how to continue.</summary>
    public void Wrong(ParseResult line, TextWriter error)
    {
        var command = line.CommandResult.Command;
        if (command is not RootCommand)
        {
            Say(line, error);
            error.WriteLine($"'prompts {Path(line)} --help' shows how it is called.");
        }
        else if (line.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
        {
            var near = DidYouMean.Nearest(word, command.Subcommands.Select(known => known.Name));
            error.WriteLine($"prompts: There is no command '{TerminalText.Line(word)}'."
                + (near is null ? "" : $" Did you mean 'prompts {near}'?"));
            Short(error, near is null);
        }
        else
        {
            if (line.UnmatchedTokens.Count > 0)
            {
                Say(line, error);
            }

            Short(error, withCommands: true);
        }
    }

    /// <summary>Makes the root command list the groups; single commands keep their own help.</summary>
    public void Take(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new OfRoot((SynchronousCommandLineAction)help.Action!, this);
    }

    private void Short(TextWriter error, bool withCommands)
    {
        var width = groups.Max(group => group.Name.Length);
        foreach (var (name, commands) in withCommands ? groups : [])
        {
            error.WriteLine($"{name.PadRight(width)}  {string.Join(", ", commands.Select(command => command.Name))}");
        }

        error.WriteLine("'prompts --help' says what each command does.");
    }

    private static void Say(ParseResult line, TextWriter error)
    {
        foreach (var problem in line.Errors)
        {
            error.WriteLine($"prompts: {TerminalText.Line(problem.Message)}");
        }
    }

    private static string Path(ParseResult line)
    {
        var names = new Stack<string>();
        var at = line.CommandResult;
        for (; at is { Command: not RootCommand }; at = at.Parent as CommandResult)
        {
            names.Push(at.Command.Name);
        }

        return string.Join(' ', names);
    }

    private sealed class OfRoot(SynchronousCommandLineAction others, CommandHelp help)
        : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            if (parseResult.CommandResult.Command is not RootCommand root)
            {
                return others.Invoke(parseResult);
            }

            help.Whole(root, parseResult.InvocationConfiguration.Output);
            return ExitCode.Success;
        }
    }
}
