using System.CommandLine;
using Infra.Changes;
using Infra.Cli.Files;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Targets;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts release &lt;name&gt;</c> freezes the working file under the next number.</summary>
internal static class ReleaseCommand
{
    public static Command Create(Host host)
    {
        Argument<string> name = new("name") { Description = "The prompt or flow: the <name> of prompts/<name>.yaml." };
        Option<string?> note =
            new("--note", "-m") { Description = "Why it is made; shown in plans and on AWS.", HelpName = "text" };
        Command command = new("release", "Freeze a definition as its next release.") { name, note };
        command.SetAction(line => Run(host, line.Project(host), line.GetRequiredValue(name), line.GetValue(note)));
        return command;
    }

    private static int Run(Host host, string folder, string name, string? note)
    {
        var read = host.Read(folder);
        var project = read.Value!;
        if (!project.Catalog.Definitions.TryGetValue(name, out var definition) && !read.Diagnostics.HasErrors())
        {
            throw new Failure(
                $"There is no prompts/{name}.yaml. {DidYouMean.Advice(name, [.. project.Catalog.Definitions.Keys])}");
        }

        var diagnostics = ProjectChecks.Definitions(read);
        if (host.Report(diagnostics) != ExitCode.Success || definition is null)
        {
            return ExitCode.Problems;
        }

        var newest = project.Releases.Newest(name);
        if (newest?.Digest.Value == Digest.Of(definition))
        {
            return host.Report([Problems.NothingToRelease(definition.At, name, newest.Number)]);
        }

        var number = (newest?.Number ?? 0) + 1;
        var path = Release.Path(name, number);
        var secrets = new List<Diagnostic>();
        Secrets.Report(new SourceText(path, note ?? ""), Problems.Secret, secrets);
        if (host.Report([.. secrets]) != ExitCode.Success)
        {
            return ExitCode.Problems;
        }


        // What can fail or take long is done before the file is written, so that a command that ends early has written
        // nothing.
        string[] since = newest is null
            ? ["It is the first."]
            : ["Since the release before:", .. Changes(newest.Definition, definition)];
        AtomicFile.Create(folder, path, ReleaseFile.Write(number, note, definition, project.Catalog));
        host.Out.WriteLine($"Release {number} of {name} is in {path}.");
        foreach (var line in since)
        {
            host.Out.WriteLine(line);
        }

        return ExitCode.Success;
    }

    private static IEnumerable<string> Changes(Definition before, Definition after) =>
        ContentChanges.Between(ReleasedContent.Of(before), ReleasedContent.Of(after))
            .SelectMany(ChangeText.Lines)
            .Select(line => $"  {line}".TrimEnd());
}
