using Infra.Rendering;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Rendering;

public sealed class DeployedContentTests
{
    [Theory]
    [InlineData("""{"Text": "a\n"}""", """{"text": "a\n"}""")]
    [InlineData("""{"TopP": 0.999}""", """{"topP": 0.9990000128746033}""")]
    [InlineData("""{"A": 1}""", """{"A": 1, "B": null, "C": [], "D": {"E": {}}, "F": ""}""")]
    [InlineData("""{"A": [], "B": {"C": null}}""", """{}""")]
    [InlineData(
        """{"X": {"InputVariables": [{"Name": "a"}, {"Name": "b"}]}}""",
        """{"x": {"inputVariables": [{"name": "b"}, {"name": "a"}]}}""")]
    [InlineData("""{"a": 1, "A": 2}""", """{"a": 1, "A": 2}""")]
    [InlineData("""{"Json": {"OrderId": {"AWSRegion": 1}}}""", """{"json": {"orderId": {"awsRegion": 1}}}""")]
    public void The_same_content_in_another_form_is_no_difference(string expected, string actual)
    {
        Assert.Null(DeployedContent.Difference(JsonValue.Parse(expected), JsonValue.Parse(actual), "Variants"));
        Assert.Null(DeployedContent.Difference(JsonValue.Parse(actual), JsonValue.Parse(expected), "Variants"));
    }

    [Theory]
    [InlineData("""{"A": {"Text": "a"}}""", """{"A": {"Text": "a "}}""", "V.A.Text")]
    [InlineData("""{"A": ["x", "y"]}""", """{"A": ["x", "z"]}""", "V.A[1]")]
    [InlineData("""{"A": ["x"]}""", """{"A": ["x", "y"]}""", "V.A")]
    [InlineData("""{"A": ["x", "y"]}""", """{"A": ["y", "x"]}""", "V.A[0]")]
    [InlineData("""{"A": 1}""", """{"A": 1, "B": 1}""", "V.B")]
    [InlineData("""{"A": 1, "B": 1}""", """{"A": 1}""", "V.B")]
    [InlineData("""{"B": 1}""", """{"B": "1"}""", "V.B")]
    [InlineData("""{"TopP": 0.999}""", """{"TopP": 0.9991}""", "V.TopP")]
    [InlineData("""{"ToolChoice": {"Any": {}}}""", """{"ToolChoice": {"Auto": {}}}""", "V.ToolChoice.Any")]
    [InlineData("""{"a": 1, "A": 2}""", """{"a": 1, "A": 3}""", "V.A")]
    public void Other_content_is_a_difference_with_a_place(string expected, string actual, string place) =>
        Assert.Equal(place, DeployedContent.Difference(JsonValue.Parse(expected), JsonValue.Parse(actual), "V"));
}
