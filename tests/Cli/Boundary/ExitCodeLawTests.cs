using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Boundary;

/// <summary>README's exit codes are a law: whatever a command is given, and wherever it runs, it ends with one of them,
/// says why in its own words, and leaves standard output empty when it failed.</summary>
public sealed class ExitCodeLawTests : IDisposable
{
    private readonly TemporaryRepository _project = new TemporaryRepository()
        .Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
        .Write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n")
        .Write("prompts/greeting.yaml", """
            description: Greets a customer
            model: amazon.nova-lite-v1:0
            inference: { maxTokens: 100 }
            text: Greet {{customer_name}} warmly.
            variables:
              customer_name: { description: The customer's name, example: Ada }

            """)
        .Write("prompt.json", "{}");

    public ExitCodeLawTests()
    {
        _project.Commit("Start");
        using var made = Process.Start("mkfifo", [Path.Combine(_project.Path, CommandLines.Pipe)]);
        made.WaitForExit();
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Hostile_arguments_end_every_command_with_an_exit_code_of_the_law()
    {
        var broken = new List<string>();
        foreach (var line in CommandLines.Hostiles(Host()).Append([]).Append(["no-such-command"]))
        {
            broken.AddRange(Breaches(line, await Run(line, Host())));
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task Commands_end_so_when_nobody_can_read_what_they_say()
    {
        var broken = new List<string>();
        foreach (var line in CommandLines.Plain(Host()))
        {
            using var closed = new ClosedWriter();
            broken.AddRange(Breaches(line, await Run(line, Host() with { Out = closed })));
            broken.AddRange(Breaches(line, await Run(line, Host() with { Out = closed, Error = closed })));
        }

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public async Task Commands_end_so_at_the_ends_of_time(long ticks)
    {
        var broken = new List<string>();
        foreach (var line in CommandLines.Plain(Host()))
        {
            broken.AddRange(Breaches(line, await Run(line, Host() with { Clock = new StoppedClock(ticks) })));
        }

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("--note", "@team please look")]
    [InlineData("--note", "@")]
    public async Task An_argument_that_starts_with_an_at_sign_is_text(string option, string text)
    {
        var run = await Run(["release", "greeting", option, text], Host());

        Assert.Equal(new ConsoleRun(ExitCode.Success, run.Output, ""), run);
        Assert.Contains(text, _project.Read("prompts/releases/greeting/1.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_may_start_with_an_at_sign()
    {
        _project.Commit("Again");

        var run = await Run(["plan", "dev", "--against", "@~1"], Host());

        Assert.Equal(ExitCode.Success, run.Exit);
    }

    /// <summary>What a run did that the law forbids.</summary>
    private static IEnumerable<string> Breaches(ImmutableArray<string> line, ConsoleRun run)
    {
        var words = $"prompts {string.Join(' ', line)}: exit {run.Exit}: {run.Error}";
        int[] allowed = line is ["serve", ..] ? [0, 2, ExitCode.Cancelled]
            : line.Contains("--detailed-exit-code") ? [0, 1, 2, 3]
            : [0, 1, 2];
        if (!allowed.Contains(run.Exit) || run.Error.Contains("unforeseen", StringComparison.Ordinal)
            || run.Error.Contains("\n   at ", StringComparison.Ordinal))
        {
            yield return words;
        }

        var isReport = line is ["smoke" or "doctor", ..] && run.Exit == ExitCode.Problems;
        if (run.Exit is ExitCode.Problems or ExitCode.Failure && run.Output.Length > 0 && !isReport)
        {
            yield return $"{words} (standard output: {run.Output})";
        }
    }

    private Host Host() => new(TextWriter.Null, TextWriter.Null, _project.Path);

    private static async Task<ConsoleRun> Run(ImmutableArray<string> line, Host host)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        // What runs until it is stopped is stopped at once.
        var cancel = new CancellationToken(canceled: line is ["serve", ..]);
        var exit = await CommandLine.Run(
            [.. line],
            host with
            {
                Out = host.Out is ClosedWriter ? host.Out : output,
                Error = host.Error is ClosedWriter ? host.Error : error,
            },
            cancel);
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>A stream that is closed, full, or whose reader is gone.</summary>
    private sealed class ClosedWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("Bad file descriptor");

        public override void Write(string? value) => throw new IOException("Bad file descriptor");

        public override void Write(ReadOnlySpan<char> buffer) => throw new IOException("Bad file descriptor");

        public override void WriteLine(string? value) => throw new IOException("Bad file descriptor");

        public override Task WriteLineAsync(string? value) => Task.FromException(new IOException("No space left"));
    }

    /// <summary>A clock at the first or last date of the calendar; its timers run normally.</summary>
    private sealed class StoppedClock(long ticks) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() =>
            ticks == 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;

        public override long GetTimestamp() => ticks;
    }
}
