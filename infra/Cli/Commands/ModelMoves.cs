using System.Text;
using Infra.Cli.Files;
using Infra.Models;
using Infra.Planning;
using Infra.Spelling;
using Infra.Targets;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary>Moves working files from one model to another.</summary>
internal static class ModelMoves
{
    /// <summary>Edits the files, or prints the changes.</summary>
    /// <exception cref="Failure">The text does not describe a move.</exception>
    public static int Run(Host host, string folder, string move, bool isDry)
    {
        if (move.Split('=') is not [{ Length: > 0 } old, { Length: > 0 } model])
        {
            throw new Failure($"--replace {move}: write it as <old>=<new>, such as "
                + "amazon.nova-lite-v1:0=us.amazon.nova-2-lite-v1:0.");
        }

        var files = Project.Read(new WorkingTree(folder)).Value!.Catalog.Definitions.Values
            .Select(definition => definition.At.File)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var changed = 0;
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);
            var before = File.ReadAllText(path, Encoding.UTF8);
            if (ModelReplacement.Of(file, before, old, model) is not { } after)
            {
                continue;
            }

            if (!isDry)
            {
                AtomicFile.Replace(path, before, after.Text);
            }

            changed++;
            host.Out.Write(TerminalText.Difference(UnifiedDiff.Of(file, before, after.Text)));
            foreach (var parameter in after.Removed)
            {
                host.Error.WriteLine($"{parameter.At}: '{parameter.Value}' is removed because '{model}' refuses it.");
            }
        }

        host.Error.WriteLine(changed == 0 ? $"No working file names '{old}'."
            : ModelCatalog.Known.Of(model) is null ? $"There is no data about '{model}', so no parameter was removed."
            : isDry ? "Nothing was written." : "Next: prompts smoke dev, then prompts release.");
        return ExitCode.Success;
    }
}
