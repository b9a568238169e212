using System.Globalization;
using Infra.Cli.Aws;
using Infra.Cli.Status;
using Infra.Diagnostics;
using Infra.Exchange.Adoption;
using Infra.Planning;
using Infra.Spelling;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Adopting;

/// <summary><c>prompts import --adopt &lt;stack&gt;</c> prints the file by which existing resources are adopted; it
/// only reads.</summary>
internal static class AdoptionRun
{
    /// <summary>Prints the file, and reports about it.</summary>
    /// <param name="host">The console's surroundings.</param>
    /// <param name="folder">The project.</param>
    /// <param name="stack">The stack that will adopt the resources.</param>
    /// <param name="place">How to reach AWS, and whether the local Bedrock is used instead.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<int> Run(
        Host host, string folder, string stack, (AwsConnection Aws, bool IsLocal) place, CancellationToken cancel)
    {
        var project = host.Read(folder);
        var planned = ProjectChecks.Plan(project, stack, day: null);
        if (planned.Diagnostics.HasErrors())
        {
            return host.Report(planned.Diagnostics);
        }

        var (plan, settings) = (planned.Value!, project.Value!.Stacks[stack]);
        var look = await StackLook.Open(host, folder, place.Aws, place.IsLocal, cancel).ConfigureAwait(false);
        await using (look.ConfigureAwait(false))
        {
            var world = await look.At(plan, settings, cancel).ConfigureAwait(false);
            var named = BareNames.In(plan, world, project.Value);
            var adoption = Adoption.Of(plan, named.Resources.SequenceEqual(plan.Resources)
                ? world
                : await look.At(named, settings, cancel).ConfigureAwait(false));
            Tell(host.Error, plan, adoption, place.IsLocal);
            await host.Out.WriteLineAsync(CanonicalJson.Indented(PulumiImportFile.Of(plan, adoption.Adopted)))
                .ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private static void Tell(TextWriter talk, Plan plan, Adoption adoption, bool isLocal)
    {
        var (first, all) = (adoption.Adopted.Length, plan.Resources.Length);
        talk.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{plan.Stack}: {first} of {all} resources can be taken over."));
        Tell(talk, "Not taken over:", adoption.Left);
        Tell(talk, "The first deployment changes:", adoption.Changes);
        Tell(talk, "The first deployment creates:", adoption.Made.Select(made => $"{made.Name} ({made.Type})"));
        if (first > 0)
        {
            talk.WriteLine(isLocal
                ? $"Save the file, as adopt.json, and run: prompts up {plan.Stack} --local --import-file adopt.json"
                : "Save the file, as adopt.json, and run: pulumi import --file adopt.json "
                    + $"--stack {plan.Stack} --generate-code=false --protect=false");
        }
    }

    private static void Tell(TextWriter talk, string title, IEnumerable<string> sentences)
    {
        string[] lines = [.. sentences];
        if (lines.Length > 0)
        {
            talk.WriteLine(title);
        }

        foreach (var line in lines)
        {
            talk.WriteLine($"  {TerminalText.Line(line)}");
        }
    }
}
