using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Models;

/// <summary>
/// The way back from facts to what is embedded, without a network:
/// <c>MODEL_FACTS=folder dotnet test tests --filter ModelCutTests</c> reads <c>models.json</c> and <c>errors.json</c>
/// in that folder and rewrites <c>infra/Core/Models/models.json</c>; the diff is reviewed.
/// </summary>
public sealed class ModelCutTests
{
    private static readonly string Embedded = Repository.Path("infra", "Core", "Models", "models.json");

    [Fact]
    public void What_is_embedded_is_cut_from_facts()
    {
        if (Environment.GetEnvironmentVariable("MODEL_FACTS") is { } folder)
        {
            File.WriteAllText(Embedded, ModelCut.Of(
                Read(Path.Combine(folder, "models.json")), Additions(), Read(Path.Combine(folder, "errors.json"))));
        }

        var embedded = Read(Embedded);

        embedded["models"]!.AsObject().Select(model => model.Key).Should().BeInAscendingOrder(StringComparer.Ordinal);
        embedded["sources"]!.AsObject().Should().OnlyContain(source => source.Value!["date"] != null);
    }

    private static JsonObject Additions() => Read(Repository.Path("tests", "Models", "Facts", "additions.json"));

    private static JsonObject Read(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}
