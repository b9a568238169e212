using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Adopting;
using Infra.Cli.Files;
using Infra.Diagnostics;
using Infra.Exchange.Imports;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts import &lt;file&gt;...</c> turns prompts and flows that exist on AWS into definitions.</summary>
internal static class ImportCommand
{
    public static Command Create(Host host)
    {
        Argument<string[]> files = new("file")
        {
            Description = "A file with prompts or flows: the API's JSON, a template, another tool's file, a text; "
                + "with --adopt, a stack.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> name = new("--name")
        {
            Description = "The name to use instead of the one in the file.",
            HelpName = "name"
        };
        Option<bool> force = new("--force") { Description = "Replace definitions that exist." };
        Option<bool> lift = new("--lift-prompts")
        {
            Description = "Move prompts inside flows to files of their own."
        };
        Option<string?> model = new("--model")
        {
            Description = "The model for prompts that do not name one.",
            HelpName = "model",
        };
        Option<string[]> conditions = new("--condition")
        {
            Description = "The value of a condition of a template, as in IsProd=true.",
            HelpName = "name=true",
        };
        Option<string> braces = new("--braces")
        {
            Description = "How the texts mark variables: double, as in {{name}}, or single, as in Python's {name}.",
            DefaultValueFactory = _ => "double",
        };
        braces.AcceptOnlyFromAmong("double", "single");
        Option<string?> kind = new("--as") { Description = "The format of the files, if it is not recognised." };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        Option<bool> adopt = new("--adopt")
        {
            Description = "Print the file with which 'pulumi import' takes over the stack's existing resources on AWS.",
        };
        var (local, profile, region) = (Shared.Local(), Shared.Profile(), Shared.Region());
        Command command = new("import", "Turn existing prompts and flows into definitions.")
        {
            files, name, force, lift, model, conditions, braces, kind, adopt, local, profile, region,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(adopt) && given.GetValue(files)?.Length != 1)
            {
                given.AddError("--adopt takes one stack: the <stack> of Pulumi.<stack>.yaml.");
            }
        });
        command.SetAction((line, cancel) => line.GetValue(adopt)
            ? AdoptionRun.Run(
                host,
                line.Project(host),
                line.GetRequiredValue(files)[0],
                (new() { Profile = line.GetValue(profile), Region = line.GetValue(region) }, line.GetValue(local)),
                cancel)
            : Task.FromResult(Run(host, line.Project(host), new(
            [.. line.GetRequiredValue(files)],
            line.GetValue(force),
            new(line.GetValue(name), line.GetValue(lift), line.GetValue(model))
            {
                Conditions = Conditions(line.GetValue(conditions) ?? []),
                Braces = line.GetValue(braces) == "single" ? Braces.Single : Braces.Double,
                As = line.GetValue(kind) is { } word ? Kinds[word] : null,
            }))));
        return command;
    }

    private static readonly ImmutableSortedDictionary<string, ImportKind> Kinds = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("aws", ImportKind.Aws), KeyValuePair.Create("promptfoo", ImportKind.Promptfoo),
            KeyValuePair.Create("langfuse", ImportKind.Langfuse), KeyValuePair.Create("request", ImportKind.Request),
            KeyValuePair.Create("prompty", ImportKind.FrontMatter), KeyValuePair.Create("text", ImportKind.Text),
        ]);

    /// <summary>The largest file that is imported, in bytes: lists of whole accounts are smaller.</summary>
    private const int Largest = 64 * 1024 * 1024;

    private static int Run(Host host, string folder, Request request)
    {
        if (request is { How.Name: not null, Files.Length: > 1 })
        {
            throw new Failure("--name goes with one file. Import them one by one, or leave it out.");
        }

        var read = Import.Read(
            [
                .. request.Files.Select(file =>
                    new ImportedText(file, ProjectFile.ReadText(host.PathOf(file), Largest))),
            ],
            request.How);
        ImmutableArray<ImportedDefinition> definitions = [.. read.Value!];
        var exit = host.Report(
        [
            .. read.Diagnostics,
            .. Repeated(definitions),
            .. request.Forces ? [] : Existing(folder, definitions),
        ]);
        return exit == ExitCode.Success ? Check(host, folder, definitions, request.Forces) : exit;
    }

    private static ImmutableDictionary<string, bool> Conditions(string[] stated) => stated
        .Select(text => text.Split('=') is [var name, "true" or "false"] parts
            ? KeyValuePair.Create(name, parts[1] == "true")
            : throw new Failure($"'{text}' does not state a condition. Write --condition name=true or name=false."))
        .DistinctBy(condition => condition.Key)
        .ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Writes the definitions if they pass validation: all of them, or none.</summary>
    private static int Check(Host host, string folder, ImmutableArray<ImportedDefinition> definitions, bool forces)
    {
        var drafts = definitions
            .ToImmutableSortedDictionary(PathOf, definition => definition.Yaml, StringComparer.Ordinal);
        var working = new WorkingTree(folder);
        var project = Project.Read(new DraftTree(working, drafts));
        var exit = host.Report(
        [
            .. ProjectChecks.Definitions(project)
                .Where(diagnostic => drafts.ContainsKey(diagnostic.At.File))
                .Concat(Brought(Project.Read(working), project, host.Today))
                .InFileOrder(),
        ]);
        foreach (var (path, text) in drafts)
        {
            if (exit == ExitCode.Success)
            {
                Write(folder, path, text, forces);
                host.Out.WriteLine($"{path} is written.");
            }
            else
            {
                host.Error.WriteLine($"{path} was not written. Correct the file that you import, then import it "
                    + "again.");
            }
        }

        return exit;
    }

    /// <summary>The errors that <c>validate</c> would find only after the import, since stacks serve
    /// definitions.</summary>
    private static IEnumerable<Diagnostic> Brought(
        Checked<Project> before, Checked<Project> after, DateOnly day) =>
        ProjectChecks.All(after, day)
            .Where(diagnostic => diagnostic.Severity is Severity.Error)
            .Except(ProjectChecks.All(before, day));

    private static void Write(string folder, string path, string text, bool forces)
    {
        if (forces)
        {
            AtomicFile.Put(folder, path, text);
        }
        else
        {
            AtomicFile.Create(folder, path, text);
        }
    }

    private static IEnumerable<Diagnostic> Existing(string folder, IEnumerable<ImportedDefinition> definitions) =>
        from path in definitions.Select(PathOf)
        where File.Exists(Path.Combine(folder, path))
        select Problems.ImportWouldOverwrite(Location.StartOf(path), path);

    private static IEnumerable<Diagnostic> Repeated(IEnumerable<ImportedDefinition> definitions) =>
        from same in definitions.GroupBy(PathOf, StringComparer.Ordinal)
        where same.Count() > 1
        select Problems.ImportedTwice(Location.StartOf(same.Key), same.First().Name, "name");

    private static string PathOf(ImportedDefinition definition) => $"prompts/{definition.Name}.yaml";

    private sealed record Request(ImmutableArray<string> Files, bool Forces, ImportRequest How);
}
