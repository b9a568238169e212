using System.Diagnostics;
using Infra.Cli;

namespace Infra.Tests.Support;

/// <summary>The console in a process of its own, for what cannot be seen from inside.</summary>
internal static class ConsoleProcess
{
    /// <summary>A command in a folder, its output handed to the test.</summary>
    public static ProcessStartInfo Of(string folder, params IEnumerable<string> command) =>
        new(Dotnet(), ["exec", typeof(ExitCode).Assembly.Location, .. command])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

    /// <summary>The one that runs this test, where it does.</summary>
    public static string Dotnet() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) is "dotnet" ? path : "dotnet";
}
