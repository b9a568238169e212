using Infra.Planning;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class PostconditionTests
{
    private const string Profile = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc";

    [Theory]
    [InlineData(true, true, "stops")]
    [InlineData(true, false, "stops")]
    [InlineData(false, false, "warns")]
    [InlineData(false, true, "is silent")]
    public void A_live_version_that_differs_stops_all_and_a_kept_one_is_said_when_it_is_deployed(
        bool mustHold, bool isPreview, string expected)
    {
        var condition = new Postcondition("Variants", "One.", "release 1 of greeting", mustHold);

        var (stops, warns) = condition.Verdict("Two.", isPreview);

        Assert.Equal(expected, stops is not null ? "stops" : warns is not null ? "warns" : "is silent");
        Assert.Equal(((string?)null, (string?)null), condition.Verdict("One.", isPreview));
        Assert.All(
            new[] { stops, warns }.OfType<string>(),
            said => Assert.StartsWith("release 1 of greeting differs from its ", said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", Profile, "passes")]
    [InlineData(Profile, Profile, "passes")]
    [InlineData(Profile, null, "stops", "differs from its version on AWS")]
    [InlineData(Profile + "x", Profile, "stops", "differs from its version on AWS")]
    [InlineData("amazon.nova-pro-v1:0", Profile, "stops", "differs from its version on AWS")]
    public void A_version_holds_its_release_be_it_by_the_model_or_by_the_models_profile(
        string model, string? profile, string expected, string said = "")
    {
        var condition = new Postcondition("Variants", Variants("amazon.nova-lite-v1:0"), "release 1 of greeting", true)
        {
            Profile = new("greeting-profile-1", "InferenceProfileArn"),
        };

        var (stops, _) = condition.Verdict(Variants(model, "modelId"), isPreview: true, profile);

        Assert.Equal(expected, stops is null ? "passes" : "stops");
        Assert.Contains(said, stops ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_takes_the_profile_of_a_kept_version_away_is_stopped_in_the_preview(bool mustHold)
    {
        var condition = new Postcondition(
            "Variants", Variants("amazon.nova-lite-v1:0"), "release 1 of greeting", mustHold);

        var (stops, _) = condition.Verdict(Variants(Profile), isPreview: true);

        Assert.Contains("measure: ending", stops, StringComparison.Ordinal);
    }

    private static Value Variants(string model, string key = "ModelId") =>
        Shorthand.List(Shorthand.Map((key, model), ("Name", "default")));
}
