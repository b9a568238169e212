using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Infra.Cli.Git;
using Infra.Definitions;
using Infra.Releases;
using Infra.Spelling;
using Infra.Values;
using Infra.Workspace;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Commands;

/// <summary><c>prompts history &lt;name&gt;</c> says who moved what when, from git.</summary>
internal static class HistoryCommand
{
    public static Command Create(Host host)
    {
        Argument<string> name = new("name") { Description = "The prompt or flow, also one that is gone." };
        Option<string> format = new("--format", "-f")
        {
            Description = "How to print it.",
            DefaultValueFactory = _ => "text",
            HelpName = "text|json",
        };
        format.AcceptOnlyFromAmong("text", "json");
        Command command = new("history", "Show who changed what callers of a prompt or flow get, and when.")
        {
            name, format,
        };
        command.SetAction((line, cancel) =>
            Run(host, line.Project(host), line.GetRequiredValue(name), line.GetValue(format) is "json", cancel));
        return command;
    }

    private static async Task<int> Run(Host host, string folder, string name, bool isJson, CancellationToken cancel)
    {
        if (!Names.IsBedrockName(name))
        {
            throw new Failure($"'{name}' cannot be the name of a prompt or flow.");
        }

        var moves = await MoveHistory.Of(new(folder), name, cancel).ConfigureAwait(false);
        if (isJson)
        {
            await host.Out.WriteLineAsync(CanonicalJson.Indented(List(moves.Select(Json)))).ConfigureAwait(false);
        }
        else
        {
            await WriteText(moves, host.Out).ConfigureAwait(false);
        }

        if (moves.IsEmpty)
        {
            await host.Error.WriteLineAsync($"No commit made a stack serve '{name}'.").ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private static async Task WriteText(ImmutableArray<Moved> moves, TextWriter output)
    {
        var authors = Widest(moves, Author);
        var stacks = Widest(moves, moved => TerminalText.Line(moved.Stack));
        foreach (var moved in moves)
        {
            var time = Text(moved.Commit.At?.ToUniversalTime(), "yyyy-MM-dd HH:mm'Z'") ?? "at an unknown time";
            var (author, stack) = (Author(moved).PadRight(authors), TerminalText.Line(moved.Stack).PadRight(stacks));
            await output.WriteLineAsync($"{time}  {author}  {moved.Commit.Id[..10]}  {stack}  {Change(moved)}")
                .ConfigureAwait(false);
        }
    }

    private static int Widest(ImmutableArray<Moved> moves, Func<Moved, string> column) =>
        moves.Select(moved => column(moved).Length).DefaultIfEmpty().Max();

    /// <summary>Anybody can commit under any name: nothing in it may move the terminal's cursor.</summary>
    private static string Author(Moved moved) => TerminalText.Line(moved.Commit.Author);

    private static string Change(Moved moved) => (moved.From, moved.To) switch
    {
        (Served.Release from, Served.Release to) => $"release {from.Number} -> {to.Number}",
        (Served.Nothing, _) => $"{moved.To}",
        _ => $"{moved.From} -> {moved.To}",
    };

    private static string? Text(DateTimeOffset? time, string format) =>
        time?.ToString(format, CultureInfo.InvariantCulture);

    private static Value Json(Moved moved) => Map(
        ("date", Text(moved.Commit.At, "yyyy-MM-dd'T'HH:mm:sszzz")),
        ("author", moved.Commit.Author),
        ("commit", moved.Commit.Id),
        ("subject", moved.Commit.Subject),
        ("stack", moved.Stack),
        ("from", Json(moved.From)),
        ("to", Json(moved.To)));

    private static Value.Map Json(Served served) => Map(
        ("serves", served.GetType().Name.ToLowerInvariant()),
        ("release", (served as Served.Release)?.Number is { } number ? (Value)number : null));
}
