using Infra.Planning;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class PostconditionTests
{
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
            said => Assert.StartsWith("release 1 of greeting is not what AWS holds", said, StringComparison.Ordinal));
    }
}
