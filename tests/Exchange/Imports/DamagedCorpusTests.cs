using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Diagnostics;
using Infra.Exchange.Exports;
using Infra.Exchange.Imports;
using Infra.Planning;
using Infra.Rendering;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;
using JsonValue = Infra.Values.JsonValue;

namespace Infra.Tests.Exchange.Imports;

/// <summary>What others published, in other forms and damaged: nothing is lost without a word.</summary>
public sealed class DamagedCorpusTests
{
    private static readonly string[] Junk =
    [
        "null", "0", "-1.5", "true", "\"\"", "[]", "{}", "\"${x}\"", "\"{{> a}}\"", "\"{{ a }}\"", "\"\\u0085\"",
        "\"日本🙂\"", "\"a: b # c\"", "\"---\\n- a\"", "{\"Ref\":\"X\"}", "{\"Fn::Sub\":\"${X}\"}",
    ];

    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Repository.Path("tests", "Data", "Corpus"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Path("tests", "Data", "Corpus"), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_resource_of_a_template_is_imported_as_the_same_definition(string file)
    {
        var definition = Api(Text(file));
        var type = definition["variants"] is null ? "AWS::Bedrock::Flow" : "AWS::Bedrock::Prompt";
        var resource = Shorthand.Map(
            ("Type", type), ("Properties", ApiShape.ToCloudFormation(definition)));

        var imported = Read(CanonicalJson.Compact(Shorthand.Map(("Resources", Shorthand.Map(("It", resource))))));

        imported.Value.Should().BeEquivalentTo(Read(Text(file)).Value);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Whatever_is_changed_in_it_arrives_or_is_reported(string file)
    {
        var random = new Random(20261121);
        for (var i = 0; i < 60; i++)
        {
            var damaged = JsonNode.Parse(Text(file))!;
            Damage(damaged, random);
            var json = damaged.ToJsonString();

            var (definitions, diagnostics) = Read(json);

            if (diagnostics.IsEmpty && Exported(definitions!) is { } exported)
            {
                Plain(exported).Should().Be(Plain(Api(json)), json);
            }
        }
    }

    /// <summary>Changes, removes or adds one member somewhere.</summary>
    private static void Damage(JsonNode document, Random random)
    {
        var places = Places(document).ToArray();
        var (parent, key) = places[random.Next(places.Length)];
        var junk = JsonNode.Parse(Junk[random.Next(Junk.Length)]);
        switch (parent, random.Next(3))
        {
            case (JsonObject map, 0):
                map.Remove(key);
                break;
            case (JsonObject map, 1):
                map[$"{key}x"] = junk;
                break;
            case (JsonObject map, _):
                map[key] = junk;
                break;
            case (JsonArray list, 0):
                list.RemoveAt(int.Parse(key));
                break;
            case (JsonArray list, _):
                list.Add(junk);
                break;
        }
    }

    private static IEnumerable<(JsonNode Parent, string Key)> Places(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Places(member.Value).Prepend((map, member.Key))),
        JsonArray list => list.SelectMany((item, i) => Places(item).Prepend((list, $"{i}"))),
        _ => [],
    };

    /// <summary>What comes out again; null where the definition would be refused.</summary>
    private static Value.Map? Exported(IReadOnlyList<ImportedDefinition> definitions)
    {
        var files = definitions.Select(made => ($"prompts/{made.Name}.yaml", made.Yaml));
        var project = Project.Read(new MemoryTree(files));
        return project.Diagnostics.HasErrors()
            ? null
            : Export.Of(project.Value!.Catalog.Definitions[definitions[0].Name]);
    }

    /// <summary>What says something about the definition, nulls aside.</summary>
    private static string Plain(Value.Map api)
    {
        string[] said = ["name", "description", "variants", "definition"];
        var map = Shorthand.Map(said.Select(key => (key, api[key])));
        return CanonicalJson.Compact(WithoutNulls(map));
    }

    private static Value WithoutNulls(Value value) => value switch
    {
        Value.Map map => Shorthand.Map(map.Entries
            .Where(entry => entry.Value is not Value.Null)
            .Select(entry => (entry.Key, (Value?)WithoutNulls(entry.Value)))),
        Value.List list => Shorthand.List(list.Items.Select(WithoutNulls)),
        Value.Document document => WithoutNulls(document.Content),
        _ => value,
    };

    private static Value.Map Api(string json)
    {
        var document = (Value.Map)JsonValue.Parse(json);
        return (Value.Map)(document["prompt"] ?? document["flow"])!;
    }

    private static Checked<IReadOnlyList<ImportedDefinition>> Read(string json) =>
        Import.Read([new("a.json", json)], new());

    private static string Text(string file) => File.ReadAllText(Repository.Path("tests", "Data", "Corpus", file));
}
