using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class VersionChecksTests : IDisposable
{
    private const string Profile = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc";

    private const string Differs = "The deployed version does not hold release 1 of greeting. Remove the release from "
        + "the list and deploy; then promote it again and deploy.";

    private static readonly DeclaredResource Version =
        Declared.Resource("greeting-r1", ResourceTypes.PromptVersion, Map()) with
        {
            Postcondition = new("Variants", Says("nova"), "release 1 of greeting", MustHold: true),
        };

    private readonly MemoryStack _stack = new();
    private readonly VersionChecks _checks;

    public VersionChecksTests() => _checks = new(_stack.Cloud.Client(), _stack.State, _stack.Operations);

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task A_resource_of_which_nothing_must_hold_is_not_read()
    {
        _stack.HasParameter("a", "one");

        (await _checks.Postcondition(Declared.Parameter("a", "one"), default)).Should().BeNull();

        _stack.Cloud.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_version_that_holds_its_release_is_fine()
    {
        Deployed("nova");

        (await _checks.Postcondition(Version, default)).Should().BeNull();
    }

    [Fact]
    public async Task A_live_version_with_another_content_stops_the_deployment()
    {
        Deployed("other");

        var checking = () => _checks.Postcondition(Version, default);

        await checking.Should().ThrowAsync<DeployException>().WithMessage(Differs);
    }

    [Fact]
    public async Task A_kept_version_with_another_content_is_a_warning()
    {
        Deployed("other");

        (await _checks.Postcondition(Kept(), default)).Should().Be(Differs);
    }

    [Fact]
    public async Task A_version_that_does_not_exist_holds_nothing()
    {
        (await _checks.Postcondition(Kept(), default)).Should().Be(Differs, "it is not recorded");
        Deployed("nova");
        _stack.Cloud.Remove(Version.Type, "v1");
        (await _checks.Postcondition(Kept(), default)).Should().Be(Differs, "somebody has deleted it");
        _stack.Cloud.Put(Version.Type, "v1", Map());
        (await _checks.Postcondition(Kept(), default)).Should().Be(Differs, "it has no content");
    }

    [Fact]
    public async Task A_version_may_call_its_model_through_its_own_profile()
    {
        Deployed(Profile);
        _stack.Has("greeting-nova", ResourceTypes.InferenceProfile, "abc", Map(("InferenceProfileArn", Profile)));

        (await _checks.Postcondition(Measured(), default)).Should().BeNull();

        _stack.Cloud.Put(ResourceTypes.InferenceProfile, "abc", Map(("InferenceProfileArn", "another")));
        var checking = () => _checks.Postcondition(Measured(), default);
        await checking.Should().ThrowAsync<DeployException>().WithMessage(Differs);
    }

    [Fact]
    public async Task A_profile_that_a_remaining_version_calls_is_not_deleted()
    {
        Deployed(Profile);
        var profile = _stack.Has("greeting-nova", ResourceTypes.InferenceProfile, "abc", Map());

        var gone = (DeployedResource[])[_stack.HasParameter("a", "one"), profile];
        var refusing = () => _checks.RefuseLostProfiles(Plan(Version), gone, default);

        await refusing.Should().ThrowAsync<DeployException>().WithMessage(
            "release 1 of greeting calls its model through an inference profile that this deployment would delete*");
    }

    [Fact]
    public async Task A_profile_that_no_remaining_version_calls_can_go()
    {
        Deployed("nova");
        var profile = _stack.Has("greeting-nova", ResourceTypes.InferenceProfile, "abc", Map());

        await _checks.RefuseLostProfiles(Plan(Declared.Parameter("a", "one"), Version), [profile], default);

        _stack.Cloud.Calls.Should().ContainSingle().Which.Identifier.Should().Be("v1");
    }

    [Fact]
    public async Task A_version_that_declares_its_profile_is_not_looked_at()
    {
        Deployed(Profile);
        var profile = _stack.Has("other-nova", ResourceTypes.InferenceProfile, "abc", Map());

        await _checks.RefuseLostProfiles(Plan(Measured()), [profile], default);

        _stack.Cloud.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_profile_to_delete_no_version_is_read()
    {
        Deployed(Profile);

        await _checks.RefuseLostProfiles(Plan(Version), [_stack.HasParameter("a", "one")], default);

        _stack.Cloud.Calls.Should().BeEmpty();
    }

    private static Plan Plan(params DeclaredResource[] resources) => Declared.Plan(resources);

    private static Value Says(string model) => List(Map(("ModelId", model), ("Text", "One.")));

    private static DeclaredResource Kept() =>
        Version with { Postcondition = Version.Postcondition! with { MustHold = false } };

    private static DeclaredResource Measured() => Version with
    {
        Postcondition = Version.Postcondition! with { Profile = new("greeting-nova", "InferenceProfileArn") },
    };

    private void Deployed(string model) =>
        _stack.Has(Version.Name, Version.Type, "v1", Map(("Variants", Says(model))));
}
