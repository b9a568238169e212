using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Changes;
using Infra.Planning;
using Infra.Releases;
using Infra.Settings;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class PromotionLaws
{
    [Fact]
    public void After_twelve_promotions_a_stack_that_retains_five_holds_the_last_five()
    {
        var history = new History(5);
        foreach (var _ in Enumerable.Range(0, 12))
        {
            history.Do(Step.ReleaseAndPromote);
        }

        history.Service.Versions.Keys.Should()
            .BeEquivalentTo("greeting-r8", "greeting-r9", "greeting-r10", "greeting-r11", "greeting-r12");
    }

    [Fact]
    public void Whatever_people_do_callers_get_the_live_release_and_the_service_never_refuses() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261121, 9),
            Prop.ForAll(Steps().ToArbitrary(), steps =>
            {
                var history = new History(3);
                foreach (var step in steps)
                {
                    history.Do(step);
                }
            }));

    private static Gen<Step[]> Steps() => Gen.Elements(Enum.GetValues<Step>()).ArrayOf(15);

    private enum Step
    {
        ReleaseAndPromote,
        Release,
        PromoteNewest,
        PromoteOlder,
        Rollback,
        RetainMore,
        RetainFewer,
    }

    /// <summary>A stack over time, and the service it is deployed to after each step.</summary>
    private sealed class History(int retain)
    {
        private SampleProject _project = new();
        private Target? _target;
        private Plan? _deployed;

        public ServiceModel Service { get; } = new();

        public void Do(Step step)
        {
            switch (step)
            {
                case Step.ReleaseAndPromote:
                    Release();
                    Promote(_project.Releases.Count);
                    break;
                case Step.Release:
                    Release();
                    break;
                case Step.PromoteNewest:
                    Promote(_project.Releases.Count);
                    break;
                case Step.PromoteOlder:
                    Promote(_project.Releases.Count - 1);
                    break;
                case Step.Rollback when _target is not null:
                    Move(Moves.Rollback(_target).Value);
                    break;
                case Step.RetainMore:
                    retain = Math.Min(StackSettings.MostKept, retain + 1);
                    break;
                case Step.RetainFewer:
                    retain = Math.Max(2, retain - 1);
                    break;
                default:
                    break;
            }
        }

        private void Release() =>
            _project = _project
                with
            { Releases = [.. _project.Releases, $"Release {_project.Releases.Count + 1} for {{{{name}}}}."] };

        private void Promote(int release)
        {
            if (release > 0)
            {
                Move(Moves.Promote(_target, release, served: null, retain).Value);
            }
        }

        private void Move(Target.Pinned? target)
        {
            if (target is null)
            {
                return;
            }

            var before = _project;
            _target = target;
            _project = _project
                with
            { Target = $"{{ kept: [{string.Join(", ", target.Kept)}], live: {target.Live} }}" };
            if (_deployed is not null)
            {
                _project.Since(before).Should()
                    .NotContain(problem => problem.StartsWith("Error", StringComparison.Ordinal));
            }

            var plan = _project.Plan().Value!;
            Service.Apply(ResourceChange.Between(_deployed?.Resources ?? [], plan.Resources));
            _deployed = plan;
            Service.ReadThroughAlias().Should().Contain($"Release {target.Live} for ");
        }
    }

    /// <summary>The service's rules: versions are cut from the draft, ten at most, never changed;
    /// an alias leads to one that exists.</summary>
    private sealed class ServiceModel
    {
        private const int MostVersions = 10;

        private string _draft = "";
        private string _alias = "";

        public Dictionary<string, string> Versions { get; } = new(StringComparer.Ordinal);

        public void Apply(IEnumerable<ResourceChange> changes)
        {
            foreach (var change in changes)
            {
                Apply(change);
                (_alias.Length == 0 || Versions.ContainsKey(_alias)).Should().BeTrue("an alias never leads nowhere");
            }
        }

        public string ReadThroughAlias() => Versions[_alias];

        private void Apply(ResourceChange change)
        {
            var (kind, resource) = (change.Kind, change.Resource);
            switch (resource.Type)
            {
                case "AWS::Bedrock::Prompt":
                    _draft = CanonicalJson.Compact(resource.Properties["Variants"]!);
                    break;
                case "AWS::Bedrock::PromptVersion":
                    kind.Should()
                        .BeOneOf([ChangeKind.Create, ChangeKind.Delete], "a version is never changed or replaced");
                    Cut(kind, resource.Name);
                    break;
                case "AWS::SSM::Parameter":
                    _alias = ((Value.Ref)resource.Properties["Value"]!).Resource;
                    break;
                default:
                    break;
            }
        }

        private void Cut(ChangeKind kind, string name)
        {
            if (kind is ChangeKind.Delete)
            {
                _alias.Should().NotBe(name, "the live version is never dropped");
                Versions.Remove(name);
                return;
            }

            Versions.Add(name, _draft);
            Versions.Count.Should().BeLessThanOrEqualTo(MostVersions);
        }
    }
}
