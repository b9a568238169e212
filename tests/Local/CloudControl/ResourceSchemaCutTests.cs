using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Local.CloudControl;

/// <summary>
/// The way back from CloudFormation's schemas to those that are embedded, without a network:
/// <c>CLOUDFORMATION_SCHEMAS=folder dotnet test tests --filter ResourceSchemaCutTests</c> compares
/// <c>infra/Local/CloudControl/Schemas/</c> with what is cut from files of the same names; with <c>RECORD=1</c> they
/// are written anew, and the diff is reviewed.
/// </summary>
public sealed class ResourceSchemaCutTests
{
    public static TheoryData<string> Types =>
        [.. new DirectoryInfo(Folder).EnumerateFiles().Select(file => file.Name).Order()];

    private static string Folder => Repository.Path("infra", "Local", "CloudControl", "Schemas");

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_embedded_is_a_cut_of_the_official_schema(string file)
    {
        var path = Path.Combine(Folder, file);
        var embedded = Read(path);

        var official = Environment.GetEnvironmentVariable("CLOUDFORMATION_SCHEMAS") is { } folder
            ? Read(Path.Combine(folder, file))
            : embedded;

        Recorded.EqualAt(path, ResourceSchemaCut.Of(official, embedded["source"]!.GetValue<string>()));
    }

    [Fact]
    public void What_the_official_schema_says_otherwise_is_seen()
    {
        var embedded = Read(Path.Combine(Folder, "AWS-SSM-Parameter.json"));
        var other = embedded.DeepClone().AsObject();
        other["createOnlyProperties"]!.AsArray().Add("/properties/Type");

        ResourceSchemaCut.Of(other, "there").Should().NotBe(ResourceSchemaCut.Of(embedded, "there"));
    }

    private static JsonObject Read(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}
