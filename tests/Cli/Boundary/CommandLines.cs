using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli;

namespace Infra.Tests.Cli.Boundary;

/// <summary>Command lines from the console's own tree of commands, so a new command or option is included without
/// further work.</summary>
internal static class CommandLines
{
    /// <summary>A pipe that nobody writes to.</summary>
    public const string Pipe = "pipe";

    /// <summary>Values of options and arguments that make no sense, but that somebody will write.</summary>
    private static readonly ImmutableArray<string> Hostile =
    [
        "", " @x", "-1", "99999999999999999999", "../../..", "a\nb\u001b[2J", "\ud83d\ude00*?[", "/dev/null",
        "/dev/zero", Pipe,
    ];

    /// <summary>Sensible values where one is required.</summary>
    private static readonly ImmutableDictionary<string, string> Sensible = new Dictionary<string, string>
    {
        ["stack"] = "dev",
        ["--stack"] = "dev",
        ["name"] = "greeting",
        ["file"] = "prompt.json",
    }.ToImmutableDictionary();

    /// <summary>Every command that does something, as it is meant to be used.</summary>
    public static ImmutableArray<ImmutableArray<string>> Plain(Host host) =>
        [.. Leaves(CommandLine.Commands(host), []).Select(leaf => Line(leaf))];

    /// <summary>Every command with each of its arguments and options in turn hostile, left out, or unknown.</summary>
    public static IEnumerable<ImmutableArray<string>> Hostiles(Host host) =>
        Leaves(CommandLine.Commands(host), []).SelectMany(Hostiles);

    private static IEnumerable<ImmutableArray<string>> Hostiles(Leaf leaf)
    {
        var line = Line(leaf);
        yield return leaf.Words;
        yield return [.. leaf.Words, "--help"];
        yield return [.. line, "--unheard-of"];
        foreach (var word in Hostile)
        {
            yield return [.. line, word];
            for (var i = leaf.Words.Length; i < line.Length; i++)
            {
                yield return line.SetItem(i, word);
            }

            foreach (var option in leaf.Command.Options.Concat(leaf.Root.Options.Where(option => option.Recursive)))
            {
                yield return [.. line, option.Name, word];
                yield return [.. line, $"{option.Name}={word}"];
            }
        }

        foreach (var option in leaf.Command.Options)
        {
            yield return [.. line, option.Name];
        }
    }

    private static ImmutableArray<string> Line(Leaf leaf) =>
    [
        .. leaf.Words,
        .. leaf.Command.Arguments.Select(argument => Value(argument.Name)),
        .. leaf.Command.Options.Where(option => option.Required)
            .SelectMany(option => new[] { option.Name, Value(option.Name) }),
    ];

    private static string Value(string name) => Sensible.GetValueOrDefault(name) ?? "something";

    private static IEnumerable<Leaf> Leaves(Command command, ImmutableArray<string> words, Command? root = null) =>
        command.Subcommands.Count == 0
            ? [new(command, words, root!)]
            : command.Subcommands.SelectMany(sub => Leaves(sub, words.Add(sub.Name), root ?? command));

    private sealed record Leaf(Command Command, ImmutableArray<string> Words, Command Root);
}
