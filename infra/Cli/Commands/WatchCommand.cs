using System.Collections.Immutable;
using System.CommandLine;
using Amazon.Runtime;
using Infra.Alarms;
using Infra.Cli.Aws;
using Infra.Cli.Local;
using Infra.Cli.Watching;
using Infra.Diagnostics;
using Infra.Local;
using Infra.Planning;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary><c>prompts watch &lt;stack&gt;</c> prints the states of a stack's alarms and the numbers behind them; it
/// only reads.</summary>
internal static class WatchCommand
{
    public static Command Create(Host host)
    {
        var stack = Shared.Stack();
        var local = Shared.Local();
        Option<string?> profile = new("--profile")
        {
            Description = "A profile of the AWS configuration.",
            HelpName = "name",
        };
        Option<string?> region = new("--region")
        {
            Description = "The AWS region, if not the one in the stack's file.",
            HelpName = "region",
        };
        var format = Shared.Format("text", "markdown", "json");
        Option<bool> detailed = new("--detailed-exit-code")
        {
            Description = "Exit 3 when an alarm is in ALARM, or not deployed.",
        };
        Command command = new("watch", "Show the alarms of a stack, their states, and the numbers behind them.")
        {
            stack, local, profile, region, format, detailed,
        };
        command.SetAction(async (line, cancel) =>
        {
            var asked = new Asked(
                host, line.Project(host), line.GetRequiredValue(stack), line.GetValue(profile), line.GetValue(region));
            var project = host.Read(asked.Folder);
            var plan = ProjectChecks.Plan(project, asked.Stack, day: null);
            if (plan.Diagnostics.HasErrors())
            {
                return host.Report(plan.Diagnostics);
            }

            var alarms = plan.Value!.Resources
                .Where(resource => resource.Type is ResourceTypes.Alarm or ResourceTypes.CompositeAlarm)
                .ToImmutableArray();
            var home = asked with { Region = asked.Region ?? project.Value!.Stacks[asked.Stack].Region };
            var found = alarms.IsEmpty ? []
                : line.GetValue(local) ? await Local(home, alarms, cancel).ConfigureAwait(false)
                : await Look(home, alarms, null, cancel).ConfigureAwait(false);
            Write(asked.Stack, found, line.GetValue(format)!, host.Out);
            return line.GetValue(detailed) && found.Any(alarm => alarm.IsAlarming)
                ? ExitCode.Changes
                : ExitCode.Success;
        });
        return command;
    }

    private static async Task<ImmutableArray<AlarmStatus>> Local(
        Asked asked, ImmutableArray<DeclaredResource> alarms, CancellationToken cancel)
    {
        var session = await LocalSession.Open(asked.Folder, new LocalOptions(), cancel).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (!session.IsServed)
            {
                await asked.Host.Error.WriteLineAsync("prompts: The local Bedrock is not running, so there are no "
                    + "calls to look at. Run 'prompts serve', call what the stack serves, and watch "
                    + "again.").ConfigureAwait(false);
            }

            return await Look(asked, alarms, session.Url, cancel).ConfigureAwait(false);
        }
    }

    private static async Task<ImmutableArray<AlarmStatus>> Look(
        Asked asked, ImmutableArray<DeclaredResource> alarms, Uri? local, CancellationToken cancel)
    {
        var host = asked.Host;
        var region = asked.Region ?? host.Variable("AWS_REGION") ?? host.Variable("AWS_DEFAULT_REGION")
            ?? (local is null
                ? throw new Failure("No AWS region is set. Give one with --region, or set AWS_REGION.")
                : LocalSession.DefaultRegion);
        var world = host.World();
        using var http = new HttpClient(world.Http, disposeHandler: false);
        var reader = new CloudWatchReader(
            new ServiceEndpoints(local, host.Variable, region).Of("monitoring", "CloudWatch"),
            region,
            async () => new(
                http,
                local is null
                    ? await world.Keys(asked.Profile).GetCredentialsAsync().ConfigureAwait(false)
                    : new ImmutableCredentials("local", "local", token: null),
                host.Clock),
            new(host.Clock));
        var there = await reader.Alarms(alarms.Select(AlarmStatus.NameOf), cancel).ConfigureAwait(false);
        var found = ImmutableArray.CreateBuilder<AlarmStatus>();
        foreach (var alarm in alarms)
        {
            var status = new AlarmStatus(alarm, there.GetValueOrDefault(AlarmStatus.NameOf(alarm)));
            found.Add(status.Alarm is Alarm.Watches watches
                ? status with
                {
                    Numbers = await reader.Latest(watches, host.Clock.GetUtcNow(), cancel).ConfigureAwait(false),
                }
                : status);
        }

        return found.ToImmutable();
    }

    private static void Write(string stack, ImmutableArray<AlarmStatus> found, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(CanonicalJson.Indented(AlarmTable.Json(stack, found)));
                break;
            case var _ when found.IsEmpty:
                output.WriteLine($"Stack {stack} watches nothing. Set bedrock-prompts:watch in Pulumi.{stack}.yaml: "
                    + "infra/Stack/README.md says how.");
                break;
            case "markdown":
                AlarmTable.WriteMarkdown(found, output);
                break;
            default:
                AlarmTable.Write(found, output);
                break;
        }
    }

    private sealed record Asked(Host Host, string Folder, string Stack, string? Profile, string? Region);
}
