using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Planning.Access;
using Infra.Planning.Watching;
using Infra.Rendering;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The resources of a flow.</summary>
/// <param name="prompts">The prompts of the stack, by name.</param>
/// <param name="settings">The stack.</param>
public sealed class FlowResources(IReadOnlyDictionary<string, PromptDeployment> prompts, StackSettings settings)
{
    /// <summary>The alias that every flow has from the start and that follows the draft.</summary>
    internal const string TestAliasId = "TSTALIASID";

    /// <summary>All resources, in the order in which they are created.</summary>
    public IEnumerable<DeclaredResource> Of(FlowDeployment flow)
    {
        var access = FlowAccess.Of(flow.Flow, flow.Served, prompts, settings).ToImmutableArray();
        var tags = ResourceTags.Of(flow.Flow, settings);
        return
        [
            .. access,
            Flow(flow, access, tags),
            .. flow.Release is { } release ? Released(flow, release, access, tags) : [],
            CallerAccess.Policy(
                flow.Name,
                new Value.Ref(flow.Name, "Arn"),
                [CalledArn(flow), .. flow.Arms.Select(arm => ArmArn(flow, arm.Key))],
                settings),
            Parameter(flow, tags),
            .. ExperimentParameter.Of(
                flow,
                arm => arm.Key == flow.Experiment!.Arms[0].Key ? CalledArn(flow) : ArmArn(flow, arm.Key),
                tags,
                settings),
            .. WatchAlarms.Of(Watched.Of(flow, settings), tags, settings),
            .. WatchReaction.Of(Watched.Of(flow, settings), settings),
        ];
    }

    /// <summary>The alias for the stack's outputs.</summary>
    public DeclaredAlias Output(FlowDeployment flow)
    {
        var content = Content(flow.Flow);
        return new(
            flow.Name,
            "flow",
            flow.Release,
            flow.Release is null ? "DRAFT" : new Value.Ref(VersionName(flow, content), "Version"),
            CalledArn(flow),
            AliasParameter.Path(flow.Name, settings),
            content)
        {
            Deployed = flow.Arms.IsEmpty ? null : FlowDefinition.Render(flow.Flow, Called),
        };
    }

    /// <summary>The flow's content with its prompts given by the releases that are live in this stack: what a version
    /// of it contains.</summary>
    private Value.Map Content(Flow flow) => FlowDefinition.Render(flow, reference =>
        (reference.Release ?? prompts.GetValueOrDefault(reference.Name)?.Live) is { } release
            ? $"{reference.Name}@{release}"
            : $"{reference.Name}@draft");

    /// <summary>The ARN that callers invoke: the declared alias, or for a draft the one that follows it.</summary>
    private static Value CalledArn(FlowDeployment flow) => flow.Release is null
        ? Join(new Value.Ref(flow.Name, "Arn"), $"/alias/{TestAliasId}")
        : new Value.Ref(AliasName(flow), "Arn");

    private static Value ArmArn(FlowDeployment flow, string arm) => new Value.Ref(AliasName(flow, arm), "Arn");

    internal static string AliasName(FlowDeployment flow, string? arm = null) =>
        arm is null ? $"{flow.Name}-alias" : $"{flow.Name}-alias-{arm}";

    /// <summary>The name contains a digest of the version's content: with other content, or after a prompt has been
    /// promoted, it is another version.</summary>
    private static string VersionName(FlowDeployment flow, Value content) =>
        $"{flow.Name}-v{ShortDigest.Of(CanonicalJson.Compact(content))}";

    private DeclaredResource Flow(FlowDeployment flow, ImmutableArray<DeclaredResource> access, Value tags) => new()
    {
        Name = flow.Name,
        Type = ResourceTypes.Flow,
        Owner = flow.Name,
        Because = flow.Release is { } release
            ? $"the draft that versions are cut from: release {(flow.Arms is [.., var last] ? last.Release : release)}"
            : "the working file, served as draft",
        Properties = Map(
            ("Name", settings.NamePrefix + flow.Name),
            ("Description", flow.Flow.Description?.Value),
            ("ExecutionRoleArn", new Value.Ref(FlowAccess.RoleName(flow.Name), "Arn")),
            ("CustomerEncryptionKeyArn", settings.EncryptionKey),
            ("Definition", FlowDefinition.Render(flow.Draft, Called)),
            ("Tags", tags)),
        DependsOn = Policies(access),
        Protect = settings.Protect,
    };

    private static ImmutableArray<string> Policies(ImmutableArray<DeclaredResource> access) =>
    [
        .. access.Where(resource => resource.Type == ResourceTypes.RolePolicy).Select(resource => resource.Name),
    ];

    /// <summary>The ARN of a prompt; for one that the stack lacks, which <see cref="FlowPlanRules"/> report, its
    /// name.</summary>
    private Value Called(PromptReference reference) => prompts.TryGetValue(reference.Name, out var prompt)
        && (reference.Release is null || prompt.ContentOf(reference.Release) is not null)
            ? PromptResources.CalledArn(prompt, reference.Release)
            : reference.ToString();

    /// <summary>A version and an alias for the live release and for each arm; two arms may have the same
    /// release.</summary>
    private IEnumerable<DeclaredResource> Released(
        FlowDeployment flow, int release, ImmutableArray<DeclaredResource> access, Value tags)
    {
        var draft = VersionName(flow, Content(flow.Draft));
        FlowArm live = new("", release, flow.Flow, flow.Note);
        return flow.Arms.Prepend(live)
            .Select(arm => (Arm: arm, Version: VersionName(flow, Content(arm.Flow))))
            .SelectMany(arm => new[]
            {
                Version(flow, arm.Arm, arm.Version) with
                {
                    MustExist = arm.Version != draft,
                    DependsOn = [.. Policies(access), .. CalledVersions(arm.Arm.Flow)],
                },
                Alias(flow, arm.Arm, arm.Version, tags),
            })
            .DistinctBy(resource => resource.Name);
    }

    /// <summary>The versions of prompts that a version of the flow calls, on which it depends. If it depended on the
    /// flow alone, whose draft may refer to others by then, a 'destroy' that stops half-way could delete them
    /// first.</summary>
    private IEnumerable<string> CalledVersions(Flow flow) => flow.Body.AllNodes
        .Select(node => (node.Configuration as NodeConfiguration.Prompt)?.Source)
        .OfType<PromptSource.Catalog>()
        .Select(prompt => Called(prompt.Reference))
        .OfType<Value.Ref>()
        .Select(version => version.Resource)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static DeclaredResource Version(FlowDeployment flow, FlowArm arm, string name) => new()
    {
        Name = name,
        Type = ResourceTypes.FlowVersion,
        Owner = flow.Name,
        Because = $"release {arm.Release}, {(arm.Key.Length == 0 ? "live" : $"arm {arm.Key}")}",
        Properties = Map(
            ("FlowArn", new Value.Ref(flow.Name, "Arn")),
            ("Description", VersionDescription.Of(arm.Release, arm.Note))),
        IgnoreChanges = ["Description"],
    };

    private DeclaredResource Alias(FlowDeployment flow, FlowArm arm, string version, Value tags) => new()
    {
        Name = AliasName(flow, arm.Key.Length == 0 ? null : arm.Key),
        Type = ResourceTypes.FlowAlias,
        Owner = flow.Name,
        Because = arm.Key.Length == 0
            ? $"what callers invoke: release {arm.Release}"
            : $"what arm {arm.Key} invokes: release {arm.Release}",
        Properties = Map(
            ("Name", arm.Key.Length == 0 ? "live" : $"live-{arm.Key}"),
            ("FlowArn", new Value.Ref(flow.Name, "Arn")),
            ("RoutingConfiguration", List(Map(("FlowVersion", new Value.Ref(version, "Version"))))),
            ("Tags", tags)),
        Protect = settings.Protect && arm.Key.Length == 0,
    };

    private DeclaredResource Parameter(FlowDeployment flow, Value tags) => new()
    {
        Name = $"{flow.Name}-live",
        Type = ResourceTypes.Parameter,
        Owner = flow.Name,
        Because = flow.Release is { } release ? $"alias live: release {release}" : "alias live: the draft",
        Properties = AliasParameter.Properties(flow.Flow, CalledArn(flow), tags, settings),
        DependsOn = [CallerAccess.PolicyName(flow.Name)],
        Protect = settings.Protect,
    };
}
