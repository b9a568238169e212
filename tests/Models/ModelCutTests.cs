using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Models;

/// <summary>
/// The way back from facts to what is embedded, without a network:
/// <c>MODEL_FACTS=folder dotnet test tests --filter ModelCutTests</c> compares
/// <c>infra/Core/Models/models.json</c> with what is cut from <c>models.json</c> and <c>errors.json</c> in that folder;
/// with <c>RECORD=1</c> it is written anew, and the diff is reviewed.
/// </summary>
public sealed class ModelCutTests
{
    private static readonly string Embedded = Repository.Path("infra", "Core", "Models", "models.json");

    [Fact]
    public void What_is_embedded_is_cut_from_facts()
    {
        if (Environment.GetEnvironmentVariable("MODEL_FACTS") is { } folder)
        {
            Recorded.EqualAt(Embedded, ModelCut.Of(
                Read(Path.Combine(folder, "models.json")), Additions(), Read(Path.Combine(folder, "errors.json"))));
        }

        var embedded = Read(Embedded);

        embedded["models"]!.AsObject().Select(model => model.Key).Should().BeInAscendingOrder(StringComparer.Ordinal);
        embedded["sources"]!.AsObject().Should().OnlyContain(source => source.Value!["date"] != null);
    }

    /// <summary>What is added by hand is in what is embedded, whether or not the facts are at hand.</summary>
    [Fact]
    public void What_is_added_to_the_facts_is_embedded()
    {
        var embedded = Read(Embedded)["models"]!.AsObject();

        foreach (var (id, added) in Additions()["models"]!.AsObject())
        {
            added!["successor"]?.ToJsonString().Should().Be(embedded[id]!["successor"]!.ToJsonString(), id);
            (added["routes"] as JsonObject ?? []).Select(route => route.Key)
                .Should().BeSubsetOf((embedded[id]!["routes"] as JsonObject ?? []).Select(route => route.Key), id);
            (added["parameters"] as JsonObject ?? []).Select(parameter => parameter.Key)
                .Should().BeSubsetOf((embedded[id]!["parameters"] as JsonObject ?? []).Select(known => known.Key), id);
        }
    }

    private static JsonObject Additions() => Read(Repository.Path("tests", "Models", "Facts", "additions.json"));

    private static JsonObject Read(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}
