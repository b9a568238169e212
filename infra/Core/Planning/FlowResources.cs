using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Planning.Access;
using Infra.Rendering;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The resources one flow needs.</summary>
/// <param name="prompts">The prompts of the stack, by name.</param>
/// <param name="settings">The stack.</param>
public sealed class FlowResources(IReadOnlyDictionary<string, PromptDeployment> prompts, StackSettings settings)
{
    /// <summary>The alias that every flow has by itself: it follows the draft.</summary>
    private const string TestAlias = "alias/TSTALIASID";

    /// <summary>All of them, in the order they are created.</summary>
    public IEnumerable<DeclaredResource> Of(FlowDeployment flow)
    {
        var access = FlowAccess.Of(flow.Flow, prompts, settings).ToImmutableArray();
        var tags = ResourceTags.Of(flow.Flow, settings);
        return
        [
            .. access,
            Flow(flow, access, tags),
            .. flow.Release is { } release ? Released(flow, release, access, tags) : [],
            CallerAccess.Policy(flow.Name, new Value.Ref(flow.Name, "Arn"), CalledArn(flow), settings),
            Parameter(flow, tags),
        ];
    }

    /// <summary>The alias as stack outputs state it.</summary>
    public DeclaredAlias Output(FlowDeployment flow)
    {
        var content = Content(flow);
        return new(
            flow.Name,
            "flow",
            flow.Release,
            flow.Release is null ? "DRAFT" : new Value.Ref(VersionName(flow, content), "Version"),
            CalledArn(flow),
            AliasParameter.Path(flow.Name, settings),
            content);
    }

    /// <summary>What the flow does, its prompts written as the release that this stack has live:
    /// what its version stands for.</summary>
    private Value.Map Content(FlowDeployment flow) => FlowDefinition.Render(flow.Flow, reference =>
        (reference.Release ?? prompts.GetValueOrDefault(reference.Name)?.Live) is { } release
            ? $"{reference.Name}@{release}"
            : $"{reference.Name}@draft");

    /// <summary>What callers invoke: our alias, or for a draft the one that follows it.</summary>
    private static Value CalledArn(FlowDeployment flow) => flow.Release is null
        ? Join(new Value.Ref(flow.Name, "Arn"), $"/{TestAlias}")
        : new Value.Ref(AliasName(flow), "Arn");

    private static string AliasName(FlowDeployment flow) => $"{flow.Name}-alias";

    /// <summary>The name carries a digest of what the version stands for:
    /// other content, or a promoted prompt, is another version.</summary>
    private static string VersionName(FlowDeployment flow, Value content) =>
        $"{flow.Name}-v{ShortDigest.Of(CanonicalJson.Compact(content))}";

    private DeclaredResource Flow(FlowDeployment flow, ImmutableArray<DeclaredResource> access, Value tags) => new()
    {
        Name = flow.Name,
        Type = ResourceTypes.Flow,
        Owner = flow.Name,
        Because = flow.Release is { } release
            ? $"the draft that versions are cut from: release {release}"
            : "the working file, served as draft",
        Properties = Map(
            ("Name", settings.NamePrefix + flow.Name),
            ("Description", flow.Flow.Description?.Value),
            ("ExecutionRoleArn", new Value.Ref(FlowAccess.RoleName(flow.Name), "Arn")),
            ("CustomerEncryptionKeyArn", settings.EncryptionKey),
            ("Definition", FlowDefinition.Render(flow.Flow, Called)),
            ("Tags", tags)),
        DependsOn = Policies(access),
        Protect = settings.Protect,
    };

    private static ImmutableArray<string> Policies(ImmutableArray<DeclaredResource> access) =>
    [
        .. access.Where(resource => resource.Type == ResourceTypes.RolePolicy).Select(resource => resource.Name),
    ];

    /// <summary>A prompt that the stack lacks is reported by <see cref="FlowPlanRules"/>; its name stands in.</summary>
    private Value Called(PromptReference reference) => prompts.TryGetValue(reference.Name, out var prompt)
        && (reference.Release is null || prompt.ContentOf(reference.Release) is not null)
            ? PromptResources.CalledArn(prompt, reference.Release)
            : reference.ToString();

    private DeclaredResource[] Released(
        FlowDeployment flow, int release, ImmutableArray<DeclaredResource> access, Value tags)
    {
        var version = VersionName(flow, Content(flow));
        return
        [
            Version(flow, release, version) with { DependsOn = [.. Policies(access), .. CalledVersions(flow)] },
            Alias(flow, release, version, tags),
        ];
    }

    /// <summary>The versions of prompts that a version of the flow calls for as long as it is there: were it to need
    /// the flow alone, whose draft may say something else by then, a destruction that stops half-way would delete
    /// them first.</summary>
    private IEnumerable<string> CalledVersions(FlowDeployment flow) => flow.Flow.Body.AllNodes
        .Select(node => (node.Configuration as NodeConfiguration.Prompt)?.Source)
        .OfType<PromptSource.Catalog>()
        .Select(prompt => Called(prompt.Reference))
        .OfType<Value.Ref>()
        .Select(version => version.Resource)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static DeclaredResource Version(FlowDeployment flow, int release, string name) => new()
    {
        Name = name,
        Type = ResourceTypes.FlowVersion,
        Owner = flow.Name,
        Because = $"release {release}, live",
        Properties = Map(
            ("FlowArn", new Value.Ref(flow.Name, "Arn")),
            ("Description", VersionDescription.Of(release, flow.Note))),
        IgnoreChanges = ["Description"],
    };

    private DeclaredResource Alias(FlowDeployment flow, int release, string version, Value tags) => new()
    {
        Name = AliasName(flow),
        Type = ResourceTypes.FlowAlias,
        Owner = flow.Name,
        Because = $"what callers invoke: release {release}",
        Properties = Map(
            ("Name", "live"),
            ("FlowArn", new Value.Ref(flow.Name, "Arn")),
            ("RoutingConfiguration", List(Map(("FlowVersion", new Value.Ref(version, "Version"))))),
            ("Tags", tags)),
        Protect = settings.Protect,
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
