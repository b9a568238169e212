using System.Globalization;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Tests.Support;

namespace Infra.Tests.Clients;

/// <summary>
/// What deals units in the Java client, run as it stands there. The rest of the client takes the AWS SDK for Java.
/// </summary>
public sealed class JavaDealingTests
{
    private const string Program = """
        import java.nio.file.*;
        import java.util.*;
        import static java.nio.charset.StandardCharsets.UTF_8;

        class Dealing {
            public static void main(String[] files) throws Exception {
                for (var line : Files.readAllLines(Path.of(files[0]))) {
                    var parts = line.split("\t", -1);
                    System.out.println(bucket(parts[0], parts[1]) + " " + keyed(parts[2].getBytes(UTF_8), parts[1]));
                }
            }

        """;

    [FactWith(Runtime.Jdk)]
    public async Task The_Java_client_deals_every_unit_of_the_vectors()
    {
        var client = await File.ReadAllTextAsync(Repository.Path("infra", "Clients", "java", "Prompts.java"));
        var vectors = JsonNode.Parse(
            await File.ReadAllTextAsync(Repository.Path("infra", "Clients", "vectors.json")))!;
        var key = vectors["unitKey"]!.GetValue<string>();
        var buckets = vectors["buckets"]!.AsArray();
        var tagged = vectors["deals"]!.AsArray().SelectMany(deal => deal!["calls"]!.AsArray())
            .Where(call => call!["tags"]!["unit"] != null).ToArray();
        var dealing = client[client.IndexOf("    static String keyed(", StringComparison.Ordinal)..];
        using var folder = new TemporaryFolder()
            .Write("Dealing.java", Program + dealing)
            .Write("units.txt", string.Concat(
                buckets.Select(unit => $"{unit!["seed"]}\t{unit["unit"]}\t{key}\n")
                    .Concat(tagged.Select(call => $"\t{call!["unit"]}\t{key}\n"))));

        var (exit, said) = await Runtimes.RunAsync(
            new("java", ["Dealing.java", "units.txt"]) { WorkingDirectory = folder.Path });

        exit.Should().Be(0, said);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToArray();
        lines.Take(buckets.Count).Select(line => double.Parse(line[0], CultureInfo.InvariantCulture))
            .Should().Equal(buckets.Select(unit => unit!["bucket"]!.GetValue<double>()));
        lines.Skip(buckets.Count).Select(line => line[1])
            .Should().Equal(tagged.Select(call => call!["tags"]!["unit"]!.GetValue<string>())).And.NotBeEmpty();
    }
}
