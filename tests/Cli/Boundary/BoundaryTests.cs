using Infra.Cli;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Cli.Boundary;

public sealed class BoundaryTests
{
    [Fact]
    public async Task A_bug_is_one_line_that_says_where_to_report_it()
    {
        var (exit, said) = await Within(new InvalidOperationException("two\nlines"));

        Assert.Equal(ExitCode.Failure, exit);
        Assert.Equal(
            "prompts: Something unforeseen happened (InvalidOperationException: two lines). This is a bug in "
                + "'prompts'. Please open an issue in its repository, with this line and the command. "
                + "PROMPTS_DEBUG=1 adds the stack trace.\n",
            said);
    }

    [Fact]
    public async Task Who_asks_sees_where_it_happened()
    {
        var (_, said) = await Within(new InvalidOperationException("oops"), debug: "1");

        Assert.Contains("\n   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_foreseen_is_said_in_its_own_words()
    {
        Assert.Equal((ExitCode.Failure, "prompts: no such file\n"), await Within(new Failure("no such file")));
        Assert.Equal((ExitCode.Failure, "prompts: full\n"), await Within(new IOException("full")));
        Assert.Equal((ExitCode.Failure, "prompts: one\n"), await Within(new AggregateException(new Failure("one"))));
    }

    [Fact]
    public async Task A_time_out_is_no_Ctrl_C()
    {
        Assert.Equal((ExitCode.Cancelled, ""), await Within(new OperationCanceledException()));
        Assert.Equal(
            (ExitCode.Failure, "prompts: Something did not answer in time.\n"),
            await Within(new TaskCanceledException("100 seconds", new TimeoutException())));
    }

    private static async Task<(int Exit, string Said)> Within(Exception failure, string? debug = null)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await Infra.Cli.Boundary.Within(
            () => error, name => name is "PROMPTS_DEBUG" ? debug : null, () => throw failure);
        return (exit, error.ToString());
    }
}
