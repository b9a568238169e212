using FluentAssertions;
using Infra.Changes;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;

namespace Infra.Tests.Support;

/// <summary>
/// The rules of the service and of the engine, in memory: a version is cut from the draft there is and never changes,
/// ten at most; what is needed comes first and goes last; what is protected stays.
/// </summary>
internal sealed class ServiceModel
{
    private const int MostVersions = 10;

    /// <summary>What others need goes after them.</summary>
    private static readonly string[] Last = ["AWS::Bedrock::Prompt", "AWS::Bedrock::ApplicationInferenceProfile"];

    private readonly Dictionary<string, DeclaredResource> _there = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeclaredResource> _cut = new(StringComparer.Ordinal);

    /// <summary>Every version that was ever cut, those included that are gone.</summary>
    private readonly HashSet<string> _cutOnce = new(StringComparer.Ordinal);

    public bool IsThere(string name) => _there.ContainsKey(name);

    /// <summary>Whether a version holds its release.</summary>
    public bool IsRight(string version) =>
        _there.TryGetValue(version, out var declared)
        && (declared.Postcondition is not { } condition || Content(version, condition) == condition.Expected);

    /// <summary>Whether a version calls its model through an inference profile that a plan does not declare.</summary>
    public bool LosesProfile(Plan plan) => plan.Resources.Any(resource =>
        resource.Postcondition is { Profile: null } && _there.ContainsKey(resource.Name)
        && Called(resource.Name) is not null);

    /// <summary>Deploys a plan, or the first so many operations of it; says which were done.</summary>
    public IReadOnlyList<ChangeKind> Deploy(Plan plan, int most = int.MaxValue)
    {
        var changes = ResourceChange.Between([.. _there.Values], plan.Resources);
        var wanted = plan.Resources.ToDictionary(resource => resource.Name, StringComparer.Ordinal);
        foreach (var kept in plan.Resources.Where(resource => _there.ContainsKey(resource.Name))
            .Except(changes.Select(change => change.Resource)))
        {
            _there[kept.Name] = kept;
        }

        var done = new List<ChangeKind>();
        foreach (var change in InOrder(changes, wanted).Take(most))
        {
            if (change.Kind is not ChangeKind.Delete && Resolution.Needs(change.Resource).Any(need =>
                wanted[need].Postcondition is { MustHold: true } && !IsRight(need)))
            {
                return done;
            }

            Apply(change);
            done.Add(change.Kind);
            CallersAreServed();
        }

        return done;
    }

    /// <summary>Takes down what is not protected and not needed by what is: then the engine gives up.</summary>
    public void DestroyAsFarAsItGoes()
    {
        while (_there.Values.FirstOrDefault(resource => !resource.Protect && !IsNeeded(resource)) is { } free)
        {
            Remove(free.Name);
        }
    }

    /// <summary>The versions that an alias could be led to.</summary>
    public IEnumerable<string> BehindAliases() => _there.Values
        .Where(resource => resource.Type == "AWS::SSM::Parameter")
        .SelectMany(alias => Resolution.Needs(alias))
        .Where(need => _cut.ContainsKey(need))
        .ToArray();

    private static IEnumerable<ResourceChange> InOrder(
        IReadOnlyCollection<ResourceChange> changes, Dictionary<string, DeclaredResource> wanted)
    {
        var coming = changes.Where(change => change.Kind is not ChangeKind.Delete)
            .ToDictionary(change => change.Resource.Name, StringComparer.Ordinal);
        var ordered = new List<ResourceChange>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in wanted.Keys)
        {
            Visit(name);
        }

        return ordered.Concat(changes
            .Where(change => change.Kind is ChangeKind.Delete)
            .OrderBy(change => Array.IndexOf(Last, change.Resource.Type)));

        void Visit(string name)
        {
            if (seen.Add(name))
            {
                foreach (var need in Resolution.Needs(wanted[name]))
                {
                    Visit(need);
                }

                if (coming.TryGetValue(name, out var change))
                {
                    ordered.Add(change);
                }
            }
        }
    }

    private void Apply(ResourceChange change)
    {
        var resource = change.Resource;
        if (change.Kind is ChangeKind.Delete)
        {
            Remove(resource.Name);
            return;
        }

        if (Source(resource) is { } source)
        {
            change.Kind.Should().Be(ChangeKind.Create, "a version is never changed or replaced");
            _cut.Add(resource.Name, _there[source]);
            _cutOnce.Add(resource.Name);
            _cut.Keys.Count(version => _there.GetValueOrDefault(version)?.Owner == resource.Owner).Should()
                .BeLessThan(MostVersions);
        }

        _there[resource.Name] = resource;
    }

    private void Remove(string name)
    {
        _there.Remove(name);
        _cut.Remove(name);
    }

    /// <summary>The inference profile that a version of a prompt calls its model through; null for none.</summary>
    private string? Called(string version) =>
        (_cut[version].Properties["Variants"] as Value.List)?.Items is [Value.Map variant, ..]
        && variant["ModelId"] is Value.Ref profile
            ? profile.Resource
            : null;

    /// <summary>What a version holds, with the model where it calls that through its own profile.</summary>
    private Value? Content(string version, Postcondition condition) =>
        Called(version) is { } called && called == condition.Profile?.Resource
        && _cut[version].Properties["Variants"] is Value.List { Items: [Value.Map variant] }
        && condition.Expected is Value.List { Items: [Value.Map expected] }
            ? new Value.List([new Value.Map(variant.Entries.SetItem("ModelId", expected["ModelId"]!))])
            : _cut[version].Properties["Variants"];

    /// <summary>What a version is cut from; null for what is no version.</summary>
    private static string? Source(DeclaredResource resource) =>
        ((resource.Properties["PromptArn"] ?? (resource.Type == "AWS::Bedrock::FlowVersion"
            ? resource.Properties["FlowArn"]
            : null)) as Value.Ref)?.Resource;

    private bool IsNeeded(DeclaredResource resource) => _there.Values.Any(other =>
        other.Name != resource.Name && Resolution.Needs(other).Contains(resource.Name));

    /// <summary>At every moment: an alias leads to a version that is there and holds its release, and a flow's to one
    /// whose prompts are there and fit it.</summary>
    private void CallersAreServed()
    {
        // One that was cut wrong, as the preview said, is never led to.
        _cut.Keys.Where(IsRight).Select(Called).OfType<string>().All(_there.ContainsKey).Should()
            .BeTrue("a version can call its model as long as it is there");
        foreach (var resource in _there.Values)
        {
            if (resource is { Type: "AWS::SSM::Parameter" }
                && resource.Properties["Value"] is Value.Ref { Resource: var led } && _cut.ContainsKey(led))
            {
                IsRight(led).Should().BeTrue("callers get the live release whole");
            }
            else if (resource.Type == "AWS::SSM::Parameter")
            {
                Resolution.Needs(resource).All(_there.ContainsKey).Should().BeTrue("what an alias needs is there");
            }
            else if (resource.Type == "AWS::Bedrock::FlowAlias")
            {
                FlowIsWhole(Resolution.Needs(resource).Single(need => _cut.ContainsKey(need)));
            }
        }
    }

    private void FlowIsWhole(string version)
    {
        var flow = _cut[version];
        var asks = CanonicalJson.Compact(flow.Properties["Definition"]!).Contains("\"Name\":\"ask\"");
        foreach (var prompt in Resolution.Needs(flow).Where(need => _cutOnce.Contains(need)))
        {
            IsRight(prompt).Should().BeTrue("a flow calls the releases it was deployed with");
            CanonicalJson.Compact(_cut[prompt].Properties["Variants"]!).Contains("{{ask}}").Should().Be(asks);
        }
    }
}
