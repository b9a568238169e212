using System.Runtime.CompilerServices;

namespace Infra.Benchmarks.Processes;

/// <summary>What is measured, made ready: the console and the floors published, the AWS CDK installed.</summary>
/// <param name="Console">The published console.</param>
/// <param name="Floor">The program with nothing to do, or with YAML to parse, precompiled for the runtime.</param>
/// <param name="NativeFloor">The same as a native program, which the console is.</param>
/// <param name="Cdk">The CDK's program, or null when it cannot be had here.</param>
internal sealed record Tools(string Console, string Floor, string NativeFloor, string? Cdk)
{
    private static readonly string Here = Folder();

    /// <summary>Publishes and installs below a folder.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="console">The console, if it is published already.</param>
    /// <param name="withCdk">Whether the CDK is wanted.</param>
    public static Tools Prepare(string folder, string? console, bool withCdk) => new(
        console ?? Path.Combine(Publish("../../infra/Cli", Path.Combine(folder, "console")), "prompts"),
        Path.Combine(Publish("Floor", Path.Combine(folder, "floor"), "-p:PublishReadyToRun=true"), "floor"),
        Path.Combine(Publish("Floor", Path.Combine(folder, "native"), "-p:PublishAot=true"), "floor"),
        withCdk ? Install() : null);

    /// <summary>Runs something that must succeed.</summary>
    public static void Run(string program, IReadOnlyList<string> arguments, string folder) =>
        _ = new CommandLine(program, arguments, folder).Run();

    private static string Publish(string project, string to, params string[] how)
    {
        Run("dotnet", ["publish", project, "-c", "Release", "-o", to, "-v", "quiet", .. how], Here);
        return to;
    }

    /// <summary>Installs once; the next run finds it. Without node or a registry the comparison is left out.</summary>
    private static string? Install()
    {
        var to = Path.Combine(Here, "obj", "cdk");
        try
        {
            Directory.CreateDirectory(to);
            File.Copy(Path.Combine(Here, "Cdk", "package.json"), Path.Combine(to, "package.json"), overwrite: true);
            File.Copy(Path.Combine(Here, "Cdk", "app.js"), Path.Combine(to, "app.js"), overwrite: true);
            Run("node", ["--version"], to);
            if (!Directory.Exists(Path.Combine(to, "node_modules", "aws-cdk-lib")))
            {
                Run("npm", ["install", "--no-audit", "--no-fund"], to);
            }

            return Path.Combine(to, "app.js");
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            System.Console.Error.WriteLine($"aws-cdk-lib is left out: {e.Message.Split('\n')[0]}");
            return null;
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", ".."));
}
