using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Infra.Models;
using Infra.Planning;
using Infra.Targets;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts models</c> lists the models that the project uses, and moves files from one to
/// another.</summary>
internal static class ModelsCommand
{
    public static Command Create(Host host)
    {
        Option<string?> stack =
            new("--stack", "-s") { Description = "Only what this stack serves.", HelpName = "stack" };
        Option<int?> ending = new("--ending")
        {
            Description = "Only models that have ended, or will end within this many months.",
            HelpName = "months",
        };
        ending.Validators.Add(given =>
        {
            if (given.Tokens is [var months] && int.TryParse(months.Value, out var count) && count is < 0 or > 120)
            {
                given.AddError($"'{given.Tokens[0].Value}' is not a number of months. Give one from 0 to 120.");
            }
        });
        Option<bool> all = new("--all") { Description = "Every model that is known here, used or not." };
        Option<string?> replace = new("--replace")
        {
            Description = "Move the working files from one model to another; releases stay as they are.",
            HelpName = "old=new",
        };
        Option<bool> dry = new("--dry-run") { Description = "With --replace: show the changes, write nothing." };
        var format = Shared.Format("text", "markdown", "json");
        Option<bool> detailed = new("--detailed-exit-code")
        {
            Description = "Exit 3 when a model in use has ended, or will end within the months of --ending (6 if not "
                + "given).",
        };
        Command command = new("models", "Show the models that the prompts use, with their end dates, regions and "
            + "prices.")
        {
            stack, ending, all, replace, dry, format, detailed,
        };
        command.SetAction(line =>
        {
            var folder = line.Project(host);
            return line.GetValue(replace) is { } move
                ? ModelMoves.Run(host, folder, move, line.GetValue(dry))
                : Run(host, new(folder, line.GetValue(stack), line.GetValue(ending), line.GetValue(all), host.Today),
                    line.GetValue(format)!, line.GetValue(detailed));
        });
        return command;
    }

    private static int Run(Host host, Request request, string format, bool isDetailed)
    {
        var read = host.Read(request.Folder);
        if (request.Stack is { } stack)
        {
            ProjectChecks.Settings(read.Value!, stack);
        }

        var used = ModelInUse.In(read.Value!, request.Stack);
        var ending = used.Where(model => Ends(model, request.Day, request.Months ?? 6)).ToImmutableArray();
        var shown = request.All ? Everything(used) : request.Months is null ? used : ending;
        switch (format)
        {
            case "json":
                host.Out.WriteLine(CanonicalJson.Indented(ModelTable.Json(shown, request.Day)));
                break;
            case "markdown":
                ModelTable.WriteMarkdown(shown, request.Day, host.Out);
                break;
            default:
                ModelTable.Write(shown, request.Day, host.Out);
                break;
        }

        return isDetailed && !ending.IsEmpty ? ExitCode.Changes : ExitCode.Success;
    }

    private static bool Ends(ModelInUse model, DateOnly day, int months) => model.On(day) switch
    {
        Phase.Ended => true,
        Phase.Ending ending => ending.End <= day.AddMonths(months),
        null or Phase.Legacy or Phase.Active => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>The models in use, followed by all others under their model ids.</summary>
    private static ImmutableArray<ModelInUse> Everything(ImmutableArray<ModelInUse> used) =>
    [
        .. used,
        .. ModelCatalog.Known.Models
            .Where(model => used.All(known => known.Name != model.Id))
            .Select(model => new ModelInUse(model.Id, model, ModelCatalog.Known.Price(model.Id), [])),
    ];

    private sealed record Request(string Folder, string? Stack, int? Months, bool All, DateOnly Day);
}
