using Amazon.Runtime;
using Infra.Cli.Aws;
using Infra.Cli.Local;
using Infra.Diagnostics;
using Infra.Local;
using Infra.Planning;
using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Doctor;

/// <summary>The options of <c>doctor</c>.</summary>
/// <param name="Folder">The project.</param>
/// <param name="Stack">The stack; null for the checks that need none.</param>
/// <param name="Local">Whether the local Bedrock is used.</param>
internal sealed record DoctorRequest(string Folder, string? Stack, bool Local)
{
    /// <summary>A profile of the AWS configuration; null for the default one.</summary>
    public string? Profile { get; init; }

    /// <summary>The region; null for the stack's.</summary>
    public string? Region { get; init; }
}

/// <summary>Checks everything that a deployment needs, without changing anything.</summary>
internal sealed class DoctorRun(Host host, Surroundings world, DoctorRequest request)
{
    /// <summary>The timeout for all checks together.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    /// <summary>The findings of all checks, in the order in which they are printed.</summary>
    public async Task<IReadOnlyList<DoctorFinding>> All(CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Longest, host.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var tools = new ToolChecks(world, request.Folder, request.Stack, stop.Token).All();
        var project = host.Read(request.Folder);
        var settings = request.Stack is { } named ? ProjectChecks.Settings(project.Value!, named) : null;
        var plan = settings is null ? null : ProjectChecks.Plan(project, settings.Stack, new(host.Today));
        var account = await Account(project, settings, plan?.Value, stop.Token).ConfigureAwait(false);
        var found = (await tools.ConfigureAwait(false)).Select(Weighed)
            .Append(Names(project.Value!.Config.Name))
            .Concat(plan is null ? [] : [Definitions(plan.Diagnostics)])
            .Concat(account)
            .ToList();
        cancel.ThrowIfCancellationRequested();
        return found;
    }

    /// <summary>A finding about a tool; the local Bedrock does not need Pulumi.</summary>
    private DoctorFinding Weighed(DoctorFinding tool) =>
        request.Local && tool.Verdict is DoctorVerdict.Fail && tool.Check is "pulumi" or "backend"
            ? tool with { Verdict = DoctorVerdict.Warn }
            : tool;

    private DoctorFinding Names(string project)
    {
        const string Name = "names";
        return !ProjectConfig.IsName(project)
                ? DoctorFinding.Fail(
                    Name,
                    $"'{project}' cannot be the name of a Pulumi project.",
                    "Write 'name:' in Pulumi.yaml, with letters, digits, '-', '_' and '.'.")
            : request.Stack is { } stack && !ProjectConfig.IsName(stack)
                ? DoctorFinding.Fail(
                    Name,
                    $"'{stack}' cannot be the name of a Pulumi stack.",
                    $"Rename Pulumi.{stack}.yaml: letters, digits, '-', '_' and '.'.")
            : DoctorFinding.Ok(Name, $"Project {project}{(request.Stack is null ? "" : $", stack {request.Stack}")}.");
    }

    private static DoctorFinding Definitions(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        const string Name = "definitions";
        var errors = diagnostics.Where(problem => problem.Severity is Severity.Error).ToArray();
        var undeclared = Problems.UndeclaredVariable(default, "", near: null).Code;
        var variable = errors.FirstOrDefault(problem => problem.Code == undeclared);
        return errors.Length == 0
            ? DoctorFinding.Ok(Name, "They can be deployed.")
            : DoctorFinding.Fail(
                Name,
                $"{(variable is null ? "" : "Variable not found: ")}{variable ?? errors[0]}",
                $"Run 'prompts validate': {errors.Length} in all, each with its place.");
    }

    private async Task<IEnumerable<DoctorFinding>> Account(
        Checked<Project> project, StackSettings? settings, Plan? plan, CancellationToken stop)
    {
        if (!request.Local)
        {
            return await Account(project, settings, plan, null, stop).ConfigureAwait(false);
        }

        var session = await LocalSession.Open(request.Folder, new LocalOptions(), stop).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await Account(project, settings, plan, session.Url, stop).ConfigureAwait(false);
        }
    }

    private async Task<IEnumerable<DoctorFinding>> Account(
        Checked<Project> project, StackSettings? settings, Plan? plan, Uri? local, CancellationToken stop)
    {
        var (region, place) = Region(settings);
        var (keys, way, problem) = local is null
            ? await AccountChecks.Find(world, request.Profile, stop).ConfigureAwait(false)
            : (new ImmutableCredentials("local", "local", null), "the local Bedrock", null);
        if (problem is not null)
        {
            return [problem];
        }

        using var http = new HttpClient(world.Http, disposeHandler: false);
        var calls = new SignedCalls(http, keys!, host.Clock);
        var endpoints = new ServiceEndpoints(local, host.Variable, region ?? "us-east-1");
        var (identity, caller) = await AccountChecks
            .Identity(calls, endpoints.Of("sts"), endpoints.Region, way, stop).ConfigureAwait(false);
        return caller is null || region is null || plan is null || settings is null
            ? [identity, place]
            : [identity, place, .. await Services(project, settings, plan, caller,
                new(calls, service => endpoints.Of(service), region, stop),
                new(calls, endpoints.Of("iam"), stop)).ConfigureAwait(false)];
    }

    private async Task<IEnumerable<DoctorFinding>> Services(
        Checked<Project> project, StackSettings settings, Plan plan, string caller,
        ServiceReads reads, RightsCheck allowed)
    {
        var (access, checks) = (new ModelOffers(reads), new ServiceChecks(reads));
        var models = Task.WhenAll(ModelInUse.In(project.Value!, settings.Stack)
            .Select(model => access.Of(model, host.Today)));
        var (room, key) = (new QuotaChecks(reads, plan).All(), checks.Key(settings.EncryptionKey));
        var (logging, rights) = (checks.Logging(settings.Watch), allowed.Of(caller, plan, settings));
        return
        [
            .. await models.ConfigureAwait(false), .. await room.ConfigureAwait(false),
            await key.ConfigureAwait(false), .. await logging.ConfigureAwait(false),
            await rights.ConfigureAwait(false),
        ];
    }

    private (string? Region, DoctorFinding DoctorFinding) Region(StackSettings? settings)
    {
        const string Name = "region";
        (string Way, string? Region)[] ways =
        [
            ("AWS_REGION", host.Variable("AWS_REGION")),
            ("AWS_DEFAULT_REGION", host.Variable("AWS_DEFAULT_REGION")),
            ("the region of the AWS profile", request.Local ? null : world.RegionOf(request.Profile)),
        ];
        var (who, machine) = ways.FirstOrDefault(way => way.Region is { Length: > 0 });
        var region = request.Region ?? settings?.Region ?? machine
            ?? (request.Local ? LocalSession.DefaultRegion : null);
        return (region, region is null
            ? DoctorFinding.Fail(Name, "No region is set.", "Set aws:region and aws-native:region in the stack's file.")
            : settings?.Region is { } stacks && machine is not null && machine != stacks
                ? DoctorFinding.Warn(Name, $"The stack is in {stacks}, but {who} is {machine}.",
                    "Deployments go to the region of the stack's file. Set it to the same region, or unset it.")
                : DoctorFinding.Ok(Name, $"{region}."));
    }
}
