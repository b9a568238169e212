using System.ComponentModel;
using System.Diagnostics;
using Infra.Tests.Support;

namespace Infra.Tests.Clients;

/// <summary>A language other than ours, with its AWS SDK.</summary>
internal enum Runtime
{
    Python,
    JavaScript,
    Java,

    /// <summary>Java by itself.</summary>
    Jdk,
}

/// <summary>What of the runtimes is on this machine, and how they are started.</summary>
internal static class Runtimes
{
    private const string Boto3 =
        "import boto3; assert tuple(map(int, boto3.__version__.split('.'))) >= (1, 35, 62)";

    /// <summary>The folder that <c>npm ci</c> fills.</summary>
    public static string Packages => Repository.Path("tests", "ForeignClients", "node_modules");

    /// <summary>The jars of the AWS SDK for Java, as a class path; no feed that is reached here has them.</summary>
    public static string? Jars => Environment.GetEnvironmentVariable("AWS_SDK_JAVA");

    /// <summary>Why nothing can be run with a runtime; null where it is there.</summary>
    public static string? Missing(this Runtime runtime) => runtime switch
    {
        Runtime.Python => Works("python3", "-c", Boto3)
            ? null
            : "not run here: it takes python3 with boto3 1.35.62 or newer",
        Runtime.JavaScript => Directory.Exists(Packages) && Works("node", "--version")
            ? null
            : "not run here: it takes node and `npm ci` in tests/ForeignClients",
        Runtime.Java => Jars is not null && Works("javac", "--version")
            ? null
            : "not run here: it takes a JDK, and the AWS SDK for Java as a class path in AWS_SDK_JAVA",
        Runtime.Jdk => Works("javac", "--version") ? null : "not run here: it takes a JDK",
    };

    /// <summary>Runs a program to its end; its exit code, and all it said.</summary>
    public static async Task<(int Exit, string Said)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static bool Works(string program, params string[] arguments)
    {
        try
        {
            return RunAsync(new(program, arguments)).GetAwaiter().GetResult().Exit is 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
