using System.CommandLine;
using Infra.Cli.Files;
using Infra.Cli.New;
using Infra.Planning;
using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts new &lt;folder&gt;</c> writes a new repository for a team.</summary>
internal static class NewCommand
{
    public static Command Create(Host host)
    {
        Argument<string> folder = new("folder")
        {
            Description = "The folder to create, or an empty one. Its name becomes the project's name.",
        };
        Option<string?> from = new("--from")
        {
            Description = "Copy prompts/ and the stack files from this folder instead of the example.",
            HelpName = "folder",
        };
        Command command = new("new", "Create a repository of your own: prompts, stacks, workflows, a program.")
        {
            folder, from,
        };
        command.SetAction(line => Run(
            host, Path.GetFullPath(line.GetRequiredValue(folder), host.PathOf(line.Folder() ?? ".")),
            line.GetValue(from) is { } taken ? host.PathOf(taken) : null));
        return command;
    }

    private static int Run(Host host, string folder, string? from)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        if (!ProjectConfig.IsName(name))
        {
            throw new Failure($"'{name}' cannot be the name of a Pulumi project: use 1 to 100 letters, digits, "
                + "'-', '_' and '.'.");
        }

        WholeFolder.Refuse(folder);
        var files = RepositoryFiles.Of(name, from);
        var exit = host.Report(ProjectChecks.All(Project.Read(new MadeTree(files)), host.Today));
        if (exit != ExitCode.Success)
        {
            host.Error.WriteLine($"Nothing was written. Correct the problems in {from} first.");
            return exit;
        }

        WholeFolder.Write(folder, files);
        host.Out.WriteLine($"{name} is written, {files.Count} files. Next:");
        var place = Quoted(Path.GetRelativePath(host.Folder, folder));
        host.Out.WriteLine($"  cd {place} && git init && dotnet tool restore");
        host.Out.WriteLine("  dotnet prompts up dev --local");
        return ExitCode.Success;
    }

    private static string Quoted(string path) =>
        path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or '\\')
            ? path
            : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
