using Infra.Cli;

namespace Infra.Tests.Support;

/// <summary>Runs the console inside the test.</summary>
internal static class PromptsConsole
{
    /// <summary>What one command line printed and how it ended.</summary>
    public static Task<ConsoleRun> Run(string folder, params string[] args) => Run(folder, host => host, args);

    /// <summary>The same in other surroundings.</summary>
    public static async Task<ConsoleRun> Run(string folder, Func<Host, Host> world, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.Run(args, world(new(output, error, folder) { AsOf = new(2026, 11, 27) }));
        return new(exit, output.ToString(), error.ToString());
    }
}

/// <summary>How a command ended.</summary>
internal sealed record ConsoleRun(int Exit, string Output, string Error);
