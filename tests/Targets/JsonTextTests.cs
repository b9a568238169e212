using Infra.Targets;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Targets;

public sealed class JsonTextTests
{
    [Fact]
    public void What_is_known_is_one_text()
    {
        var value = Document(Map(("b", List(1, true, "ä\"")), ("a", new Value.Null())));

        Assert.Equal((Value)"""{"a":null,"b":[1,true,"ä\""]}""", JsonText.Of(value));
    }

    [Fact]
    public void What_only_the_cloud_knows_stays_a_part_of_its_own()
    {
        var arn = new Value.Ref("greeting", "Arn");

        var text = (Value.Join)JsonText.Of(Map(("Resource", List(Join(arn, ":\"*"), Region)), ("Sid", "x")));

        Assert.Equal(
            ["{\"Resource\":[\"", arn, ":\\\"*\",\"", Region, "\"],\"Sid\":\"x\"}"],
            text.Parts.AsEnumerable());
    }
}
