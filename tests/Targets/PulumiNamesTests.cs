using Infra.Targets;
using Xunit;

namespace Infra.Tests.Targets;

public sealed class PulumiNamesTests
{
    /// <summary>The provider's own cases, and the names we send.</summary>
    [Theory]
    [InlineData("Name", "name")]
    [InlineData("A", "a")]
    [InlineData("TopP", "topP")]
    [InlineData("ModelId", "modelId")]
    [InlineData("S3", "s3")]
    [InlineData("TextS3Location", "textS3Location")]
    [InlineData("OKActions", "okActions")]
    [InlineData("GenAiResource", "genAiResource")]
    [InlineData("ACatAndADog", "aCatAndADog")]
    [InlineData("EC2ManagedKey", "ec2ManagedKey")]
    [InlineData("UseEC2Please", "useEc2Please")]
    [InlineData("ANewIPAddress", "aNewIpAddress")]
    [InlineData("SomeARNs", "someArns")]
    [InlineData("ThreeIPsPlease", "threeIpsPlease")]
    [InlineData("PromQLCriteria", "promQlCriteria")]
    [InlineData("ASCIIAndMore", "asciiAndMore")]
    [InlineData("Id", "id")]
    public void A_name_is_spelt_as_the_provider_spells_it(string cloudFormation, string pulumi) =>
        Assert.Equal(pulumi, PulumiNames.Nested(cloudFormation));

    [Fact]
    public void A_resource_s_own_Id_makes_way_for_Pulumi_s() => Assert.Equal("awsId", PulumiNames.Property("Id"));
}
