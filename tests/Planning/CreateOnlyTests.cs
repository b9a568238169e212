using System.Text.Json;
using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Planning;

public sealed class CreateOnlyTests
{
    public static TheoryData<string> Types => [.. CreateOnly.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public void Create_only_properties_are_those_of_the_official_schema(string type)
    {
        var file = $"{type.Replace("::", "-", StringComparison.Ordinal)}.json";
        using var schema =
            JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "Data", "CloudFormation", file)));
        IEnumerable<string> official = schema.RootElement.TryGetProperty("createOnlyProperties", out var paths)
            ? paths.EnumerateArray().Select(path => path.GetString()!["/properties/".Length..])
            : [];

        CreateOnly.Of(type).Should().BeEquivalentTo(official);
    }
}
