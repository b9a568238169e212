using System.CommandLine;
using FluentAssertions;
using Infra.Cli;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class CommandTreeTests
{
    /// <summary>A symbol keeps every command that it is added to. If runs shared one, it would keep the commands of all
    /// of them, and each run in a process would be slower than the one before.</summary>
    [Fact]
    public void Two_runs_share_no_option_argument_or_command()
    {
        var (first, second) = (Symbols(Root()).ToHashSet(), Symbols(Root()).ToHashSet());

        first.Count.Should().BeGreaterThan(100);
        first.Overlaps(second).Should().BeFalse();
    }

    private static RootCommand Root() => CommandLine.Commands(new(TextWriter.Null, TextWriter.Null, "."));

    private static IEnumerable<Symbol> Symbols(Command command) =>
    [
        command, .. command.Options, .. command.Arguments, .. command.Subcommands.SelectMany(Symbols),
    ];
}
