using System.Collections.Immutable;
using FluentAssertions;
using Infra.Changes;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Tests.Support;

/// <summary>What people do to a stack of a prompt and a flow that uses it, and the service it is deployed to.</summary>
internal sealed class StackOverTime
{
    /// <summary>Releases of each; the later half of them has another variable, the last another model.</summary>
    public const int Releases = 6;

    private const string Prompt = "answer";
    private const string Flow = "desk";

    private static readonly Project Repository = Project.Read(Tree()).Value!;
    private static readonly Dictionary<string, Checked<Plan>> Plans = new(StringComparer.Ordinal);

    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private ServiceModel _service = new();
    private StackSettings _settings = Repository.Stacks["prod"];
    private StackSettings? _deployed;

    /// <summary>How many releases promotion keeps.</summary>
    public int Retain
    {
        set => _settings = _settings with { Retain = value };
    }

    /// <summary>How often a deployment was refused by its preview.</summary>
    public int Refused { get; private set; }

    /// <summary>How many deployments went through, whole or in part.</summary>
    public int Deployed { get; private set; }

    /// <summary>How many versions a preview said would not hold their release.</summary>
    public int Warned { get; private set; }

    /// <summary>How many deployments led the prompt's alias to a version that was there before.</summary>
    public int RolledBack { get; private set; }

    /// <summary>How often a deployment was refused that would have deleted a profile which a version calls.</summary>
    public int KeptProfiles { get; private set; }

    /// <summary>Whether its calls are metered by prompt.</summary>
    public Measuring Measure
    {
        set => _settings = _settings with { Measure = value };
    }

    /// <summary>Promotes a release of the prompt, of the flow, or of both; what would not fit is not done.</summary>
    public void Promote(bool prompt, bool flow, int release) => Move(prompt, flow, target =>
        Moves.Promote(target, release, served: Releases, _settings.Retain).Value);

    /// <summary>Goes back.</summary>
    public void Rollback(bool prompt, bool flow) => Move(prompt, flow, target =>
        target is null ? null : Moves.Rollback(target).Value);

    /// <summary>Lists the prompt as the newest release, whatever it is.</summary>
    public void ServeNewest() => Move(prompt: true, flow: false, _ => new Target.Latest(default));

    /// <summary>Lists the prompt as its working file.</summary>
    public void ServeDraft() => Move(prompt: true, flow: false, _ => new Target.Draft(default));

    /// <summary>A deployment: first the preview, which refuses what would be cut wrong; then people mend the list.
    /// </summary>
    public void Deploy(int most = int.MaxValue)
    {
        var plan = PlanOf(_settings).Value!;
        var wrong = plan.Resources.Where(resource => resource.Postcondition is { } condition
            && !_service.IsThere(resource.Name)
            && condition.Cut != plan.Resources.Single(prompt => prompt.Name == Prompt).Properties["Variants"])
            .Select(resource => resource.Name)
            .ToArray();
        var said = VersionCuts.Check(plan, _ => default, _service.IsThere).ToArray();
        if (said.HasErrors())
        {
            Refused++;
            Mend();
            return;
        }

        if (_service.LosesProfile(plan))
        {
            // As the message advises.
            KeptProfiles++;
            _settings = _settings with { Measure = Measuring.Ending };
            return;
        }

        said.Should().HaveCount(wrong.Length, "nothing is cut wrong without a word before");
        _warned.UnionWith(wrong);
        var isBack = Pinned(_settings, Prompt) is { } listed && listed.Live != listed.Kept[^1]
            && _deployed is not null && Pinned(_deployed, Prompt)?.Live != listed.Live;
        (Deployed, Warned, RolledBack) = (Deployed + 1, Warned + wrong.Length, RolledBack + (isBack ? 1 : 0));
        var done = _service.Deploy(plan, most);
        _warned.RemoveWhere(version => !_service.IsThere(version));
        if (most == int.MaxValue && !_warned.Contains($"{Prompt}-r{Pinned(_settings, Prompt)?.Live}"))
        {
            EveryReleaseCanBeRolledBackTo(plan);
            WritesAreAsPromised(done);
            _deployed = _settings;
        }
        else
        {
            _deployed = null;
        }
    }

    /// <summary>A destruction that stops at what is protected.</summary>
    public void RefusedDestroy()
    {
        var before = _service.BehindAliases();
        _service.DestroyAsFarAsItGoes();
        before.All(_service.IsThere).Should().BeTrue("what an alias could be led to stays");
        _deployed = null;
    }

    /// <summary>The same file for a place where nothing is deployed.</summary>
    public void NewEnvironment()
    {
        (_service, _deployed) = (new(), null);
        _warned.Clear();
    }

    private static Target.Pinned? Pinned(StackSettings? settings, string name) =>
        settings?.Live.GetValueOrDefault(name) as Target.Pinned;

    private void Move(bool prompt, bool flow, Func<Target?, Target?> move)
    {
        var live = _settings.Live;
        foreach (var name in new[] { prompt ? Prompt : null, flow ? Flow : null }.OfType<string>())
        {
            if (move(_settings.Live.GetValueOrDefault(name)) is not { } target)
            {
                return;
            }

            live = live.SetItem(name, target);
        }

        var after = _settings with { Live = live };
        _settings = PlanOf(after).Diagnostics.HasErrors() ? _settings : after;
    }

    /// <summary>Takes out of the list what could not be cut: the preview says which.</summary>
    private void Mend()
    {
        var target = Pinned(_settings, Prompt)!;
        var until = target.Kept[..(target.Kept.IndexOf(target.Live) + 1)];
        var kept = (_service.IsThere($"{Prompt}-r{target.Live}") ? target.Kept : until).Where(release =>
            release == target.Live || _service.IsThere($"{Prompt}-r{release}")).ToImmutableArray();
        _settings = _settings with { Live = _settings.Live.SetItem(Prompt, target with { Kept = kept }) };
    }

    private void EveryReleaseCanBeRolledBackTo(Plan plan) => plan.Resources
        .Where(resource => resource.Type == "AWS::Bedrock::PromptVersion")
        .All(version => _service.IsRight(version.Name) || _warned.Contains(version.Name))
        .Should().BeTrue("a kept release can be rolled back to, or the preview said that it cannot");

    /// <summary>As the README promises: nothing 0, rollback 1, promotion 3, and 3 for a flow that follows; what leaves
    /// is deleted once.</summary>
    private void WritesAreAsPromised(IReadOnlyCollection<ChangeKind> done)
    {
        if (_deployed is null || Pinned(_deployed, Prompt) is not { } was || Pinned(_settings, Prompt) is not { } now
            || (Pinned(_deployed, Flow) is null) != (Pinned(_settings, Flow) is null)
            || _deployed.Measure != _settings.Measure
            || Models(was) != Models(now))
        {
            return;
        }

        var isMoved = was.Live != now.Live;
        var follows = Pinned(_settings, Flow) is { } flow && (isMoved || flow.Live != Pinned(_deployed, Flow)!.Live);
        var ofPrompt = !was.Kept.SequenceEqual(now.Kept) ? 3 : isMoved ? 1 : 0;
        var deleted = done.Count(kind => kind is ChangeKind.Delete);
        (done.Count - deleted).Should().BeLessThanOrEqualTo(ofPrompt + (follows ? 3 : 0));
        deleted.Should().BeLessThanOrEqualTo(was.Kept.Except(now.Kept).Count() + (follows ? 1 : 0));
    }

    /// <summary>The models of what is kept, of which there are two: another one takes a policy and a profile.</summary>
    private static (bool, bool) Models(Target.Pinned target) =>
        (target.Kept.Contains(Releases), target.Kept.Any(release => release != Releases));

    private static Checked<Plan> PlanOf(StackSettings settings)
    {
        var key = string.Join(' ', settings.Live.Select(entry => entry.Value is Target.Pinned pinned
            ? $"{entry.Key} {string.Join(',', pinned.Kept)} {pinned.Live}"
            : $"{entry.Key} {entry.Value.GetType().Name}").Prepend($"{settings.Measure}"));
        lock (Plans)
        {
            return Plans.TryGetValue(key, out var plan) ? plan : Plans[key] = Planner.Plan(Repository, settings);
        }
    }

    private static MemoryTree Tree() => new(
    [
        ("Pulumi.prod.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:protect: true\n"),
        .. Working(Releases + 1),
        .. Enumerable.Range(1, Releases).SelectMany(Frozen),
    ]);

    private static (string Path, string Text)[] Working(int number)
    {
        var variable = number > Releases / 2 ? "ask" : "question";
        return
        [
            ($"prompts/{Prompt}.yaml",
                $"model: {(number >= Releases ? "us.amazon.nova-pro-v1:0" : "amazon.nova-lite-v1:0")}\n"
                + "inference: { maxTokens: 100 }\n"
                + $"text: Release {number} {{{{{variable}}}}}\n"
                + $"variables: {{ {variable}: What a customer wants to know }}\n"),
            ($"prompts/{Flow}.yaml", $$"""
                kind: flow
                nodes:
                  Message: { type: Input, output: String }
                  Reply{{number}}: { type: Prompt, prompt: {{Prompt}}, inputs: { {{variable}}: Message.document } }
                  Answer: { type: Output, inputs: { document: Reply{{number}}.modelCompletion } }

                """),
        ];
    }

    private static IEnumerable<(string Path, string Text)> Frozen(int number)
    {
        var catalog = Catalog.Read(new MemoryTree(Working(number))).Value!;
        return catalog.Definitions.Values.Select(definition => (
            Release.Path(definition.Name, number), ReleaseFile.Write(number, null, definition, catalog)));
    }
}
