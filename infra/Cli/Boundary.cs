using Infra.Local.Deploy;
using Infra.Spelling;
using Infra.Workspace;

namespace Infra.Cli;

/// <summary>Turns every failure into one line and an exit code, without a stack trace.</summary>
internal static class Boundary
{
    /// <summary>The environment variable that adds the stack trace.</summary>
    public const string Debug = "PROMPTS_DEBUG";

    private const string Report = "This is a bug in 'prompts'. Please open an issue in its repository, with this "
        + $"line and the command. {Debug}=1 adds the stack trace.";

    /// <summary>Runs something that may fail in any way, and returns the process's exit code.</summary>
    /// <param name="error">The writer for messages; it is opened only when there is one.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="work">The work.</param>
    public static async Task<int> Within(
        Func<TextWriter> error, Func<string, string?> variable, Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped) when (stopped.InnerException is not TimeoutException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception failure) when (Line(failure) is { } line)
        {
            Tell(error, line, variable(Debug) is { Length: > 0 } ? failure : null);
            return ExitCode.Failure;
        }
    }

    /// <summary>Ends the process in the same way when something fails on a thread that nothing waits for.</summary>
    public static void Watch(Func<TextWriter> error, Func<string, string?> variable) =>
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            if (unhandled.ExceptionObject is Exception failure)
            {
                Tell(error, Line(failure), variable(Debug) is { Length: > 0 } ? failure : null);
            }

            Environment.Exit(ExitCode.Failure);
        };

    /// <summary>The line for a bug.</summary>
    public static string Unforeseen(Exception failure) =>
        $"Something unforeseen happened ({failure.GetType().Name}: {OnOneLine(failure.Message)}). {Report}";

    private static void Tell(Func<TextWriter> error, string line, Exception? trace)
    {
        try
        {
            var to = error();
            to.WriteLine($"prompts: {TerminalText.Line(line)}");
            if (trace is not null)
            {
                to.WriteLine(trace);
            }
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The message cannot be written; the exit code has to suffice.
        }
    }

    private static string Line(Exception failure) => failure switch
    {
        Failure or DeployException => failure.Message,
        IOException or InvalidDataException or UnauthorizedAccessException or HttpRequestException =>
            OnOneLine(failure.Message),
        OperationCanceledException or TimeoutException => "Something did not answer in time.",
        AggregateException { InnerException: { } first } => Line(first),
        _ => Unforeseen(failure),
    };

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
