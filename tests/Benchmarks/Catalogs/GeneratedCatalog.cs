using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Infra.Definitions;
using Infra.Releases;

namespace Infra.Benchmarks.Catalogs;

/// <summary>A project of a given size: the same bytes for the same number of prompts, on every machine.</summary>
/// <param name="Files">Contents by path, as a repository would hold them.</param>
internal sealed record GeneratedCatalog(ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>The stack that serves every working file.</summary>
    public const string Stack = "dev";

    private const int Seed = 20261121;
    private const int PromptsOfOneFlow = 20;
    private const int PromptsOfOneRelease = 10;

    /// <summary>A catalog with this many prompts, a flow for every twenty, and a release of every tenth.</summary>
    public static GeneratedCatalog Of(int prompts)
    {
        var (names, definitions) = Definitions(prompts);
        var released = names.Where((_, number) => number % PromptsOfOneRelease == 0).ToArray();
        return Of(definitions.AddRange(Releases(definitions, released, 1)), released, 1);
    }

    /// <summary>The same catalog after each release: its prompts were changed, frozen and made live.</summary>
    public static IEnumerable<GeneratedCatalog> Grown(int prompts, int releases)
    {
        var (names, definitions) = Definitions(prompts);
        var files = definitions;
        for (var release = 1; release <= releases; release++)
        {
            var round = $"{{{{order_id}}}}, the answer of round {release}";
            definitions = definitions.ToImmutableSortedDictionary(
                file => file.Key,
                file => file.Value.Replace("order {{order_id}}", $"order {round}", StringComparison.Ordinal)
                    .Replace("order is {{order_id}}", $"order is {round}", StringComparison.Ordinal),
                StringComparer.Ordinal);
            files = files.SetItems(definitions).AddRange(Releases(definitions, names, release));
            yield return Of(files, names, release);
        }
    }

    /// <summary>The text of each prompt, for a tool that has a format of its own.</summary>
    public IEnumerable<PlainPrompt> Texts => Catalog.Read(new MemoryTree(Files)).Value!.Prompts
        .Select(prompt => new PlainPrompt(prompt.Name, $"{prompt.Model?.Value}", Files[$"prompts/{prompt.Name}.yaml"]));

    /// <summary>Writes the files below a folder.</summary>
    public void Write(string folder)
    {
        foreach (var (path, text) in Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static (string[] Names, ImmutableSortedDictionary<string, string> Files) Definitions(int prompts)
    {
        var words = new Words(new Random(Seed));
        var names = Enumerable.Range(0, prompts).Select(words.Name).ToArray();
        return (names, names
            .Select((name, number) => (Path: $"prompts/{name}.yaml", Text: PromptText.Of(number, words)))
            .Concat(names.Chunk(PromptsOfOneFlow).Where(used => used.Length > 2).Select((used, number) => (
                Path: string.Create(CultureInfo.InvariantCulture, $"prompts/message-answers-{number:D5}.yaml"),
                Text: FlowText.Of(used, words))))
            .Append((Path: "prompts/partials/house-style.md", Text: words.Lines(2, 0)))
            .ToImmutableSortedDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));
    }

    private static GeneratedCatalog Of(
        ImmutableSortedDictionary<string, string> files, IReadOnlyCollection<string> live, int release) => new(files
        .Add("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
        .Add("Pulumi.dev.yaml", Settings("draft", [], release))
        .Add("Pulumi.prod.yaml", Settings("none", live, release)));

    private static IEnumerable<KeyValuePair<string, string>> Releases(
        ImmutableSortedDictionary<string, string> definitions, IEnumerable<string> names, int number)
    {
        var catalog = Catalog.Read(new MemoryTree(definitions)).Value!;
        return names.Select(name => KeyValuePair.Create(
            Release.Path(name, number),
            ReleaseFile.Write(number, $"Release {number}", catalog.Definitions[name], catalog)));
    }

    private static string Pins(string name, int release) =>
        $"\n    {name}: [{string.Join(", ", Enumerable.Range(1, release))}]";

    private static string Settings(string byDefault, IEnumerable<string> live, int release) => $"""
        config:
          aws:region: us-east-1
          aws-native:region: us-east-1
          bedrock-prompts:default: {byDefault}
          bedrock-prompts:tags:
            environment: benchmark
          bedrock-prompts:live:{string.Concat(live.Select(name => Pins(name, release)).DefaultIfEmpty(" {}"))}

        """;
}

/// <summary>A prompt without anything but its text.</summary>
internal sealed record PlainPrompt(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("text")] string Text);
