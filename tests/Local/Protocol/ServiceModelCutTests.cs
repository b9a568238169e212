using System.IO.Compression;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Local.Protocol;

/// <summary>
/// The way back from AWS's own models to those that are embedded, without a network:
/// <c>BOTOCORE_DATA=folder dotnet test tests --filter ServiceModelCutTests</c> compares
/// <c>infra/Local/Protocol/Models/</c> with what is cut from botocore's <c>data</c> folder; with <c>RECORD=1</c> they
/// are written anew, and the diff is reviewed. To add an operation, name it in <c>operations</c> with <c>{}</c> first.
/// </summary>
public sealed class ServiceModelCutTests
{
    public static TheoryData<string> Services =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    private static string Folder => Repository.Path("infra", "Local", "Protocol", "Models");

    [Theory]
    [MemberData(nameof(Services))]
    public void What_is_embedded_is_a_cut_of_the_official_model(string service)
    {
        var path = Path.Combine(Folder, $"{service}.json");
        var embedded = JsonNode.Parse(File.ReadAllText(path))!.AsObject();

        var official = Environment.GetEnvironmentVariable("BOTOCORE_DATA") is { } data
            ? Official(Path.Combine(data, service))
            : embedded;

        Recorded.EqualAt(path, ServiceModelCut.Of(official, embedded));
        embedded["source"]!.GetValue<string>().Should().MatchRegex(@"botocore [\d.]+, .*, read \d{4}-\d\d-\d\d");
    }

    [Fact]
    public void What_the_official_model_says_otherwise_is_seen()
    {
        var embedded = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "sts.json")))!.AsObject();
        var other = embedded.DeepClone().AsObject();
        other["shapes"]!["arnType"]!["max"] = 4096;

        ServiceModelCut.Of(other, embedded).Should().NotBe(ServiceModelCut.Of(embedded, embedded))
            .And.Contain("4096");
    }

    private static JsonObject Official(string folder)
    {
        var version = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Last();
        var plain = Path.Combine(version, "service-2.json");
        if (File.Exists(plain))
        {
            return JsonNode.Parse(File.ReadAllText(plain))!.AsObject();
        }

        using var packed = new GZipStream(File.OpenRead($"{plain}.gz"), CompressionMode.Decompress);
        return JsonNode.Parse(packed)!.AsObject();
    }
}
