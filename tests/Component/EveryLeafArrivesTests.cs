using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Planning;
using Infra.Settings;
using Infra.Targets;
using Infra.Tests.Local.Deploy;
using Infra.Tests.Support;
using Infra.Tests.Support.Schema;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Component;

/// <summary>
/// Whatever is written in a definition and meant for AWS is in the plan, in the CloudFormation template, in what the
/// program registers (and the packages' schemas take it there), and in what the local Bedrock holds.
/// </summary>
[Collection(nameof(StackRun))]
public sealed partial class EveryLeafArrivesTests
{
    /// <summary>What stays with us: who tests how, and what variables mean to people.</summary>
    private static readonly string[] Ours = ["tests", "kind"];

    [Theory]
    [InlineData(200, "tests", "Samples", "project")]
    [InlineData(50, "tests", "Samples", "everything")]
    public async Task Every_leaf_of_every_definition_is_carried_everywhere(int least, params string[] folder)
    {
        var tree = new WorkingTree(Repository.Path(folder));
        var project = Project.Read(tree).Value!;
        var settings = project.Stacks["dev"];
        var plan = Planner.Plan(project, settings).Value!;
        var run = await StackRun.Run(
            Repository.Path(folder), "dev", ImmutableDictionary<string, Value>.Empty);
        await using var stack = await LocalStack.Start();
        await stack.Deploy(plan);
        var inventory = (await Inventory.Of(stack))
            .Select(line => JsonValue.Parse(line[line.IndexOf('{', StringComparison.Ordinal)..])).ToArray();
        var template = (Value.Map)CloudFormation.Render(plan)["Resources"]!;
        var names = plan.Resources.ToDictionary(
            resource => CloudFormation.LogicalId(resource.Name), resource => resource.Name, StringComparer.Ordinal);
        var (missing, walked) = (new List<string>(), 0);

        foreach (var definition in project.Catalog.Definitions.Values)
        {
            var own = plan.Resources.Where(resource => resource.Owner == definition.Name).ToArray();
            (string Where, string[] Leaves)[] carriers =
            [
                ("plan", [.. own.SelectMany(resource => Leaves(resource.Properties))]),
                ("template", [.. own.SelectMany(resource =>
                    Leaves(template[CloudFormation.LogicalId(resource.Name)]!).Select(leaf =>
                        names.GetValueOrDefault(leaf, leaf)))]),
                ("program", [.. own.SelectMany(resource => Leaves(
                    run.Inputs[(PulumiResource.Of(resource).Token, resource.Name)]))]),
                ("local Bedrock", [.. inventory.OfType<Value.Map>()
                    .Where(found => found["Name"] is Value.Text { Content: var name }
                        && name == settings.NamePrefix + definition.Name)
                    .SelectMany(Leaves)]),
            ];
            foreach (var leaf in Written(tree, definition.Name, settings))
            {
                walked++;
                missing.AddRange(
                    from carrier in carriers
                    where !carrier.Leaves.Any(found => IsCarried(leaf, found))
                    select $"{definition.Name}: '{leaf}' is not in the {carrier.Where}");
            }
        }

        missing.Should().BeEmpty();
        walked.Should().BeGreaterThan(least);
        run.Inputs.Where(input => input.Key.Type.StartsWith("aws", StringComparison.Ordinal))
            .SelectMany(input => OfficialSchema.Pulumi(input.Key.Type, input.Value)).Should().BeEmpty();
    }

    /// <summary>The leaves of a file as AWS is to have them, each a text that stands somewhere.</summary>
    private static IEnumerable<string> Written(WorkingTree tree, string name, StackSettings settings)
    {
        var root = (YamlNode.Mapping)YamlCursor.Read(Source(tree, $"prompts/{name}.yaml"), [])!;
        return root.Entries.Where(entry => !Ours.Contains(entry.Key.Text)).SelectMany(entry => entry.Key.Text switch
        {
            "cachePoint" => ["cachePoint"],
            "variables" => ((YamlNode.Mapping)entry.Value).Entries.Select(variable => variable.Key.Text),
            "metadata" or "tags" or "nodes" => Named(entry.Value).Concat(Walk(entry.Value)),
            _ => Walk(entry.Value),
        });

        IEnumerable<string> Walk(YamlNode node) => node switch
        {
            YamlNode.Mapping { Entries: [{ Key.Text: "file", Value: YamlNode.Scalar file }] } =>
                Pieces(Source(tree, $"prompts/{file.Text}").Text.TrimEnd('\n')),
            YamlNode.Mapping { Entries: [{ Key.Text: "cachePoint" }] } => ["cachePoint"],
            YamlNode.Mapping map => map.Entries.SelectMany(entry => Walk(entry.Value)
                .Concat(entry.Key.Text is "inputs" or "conditions" or "properties" ? Named(entry.Value) : [])),
            YamlNode.Sequence list => list.Items.SelectMany(Walk),
            YamlNode.Scalar { IsNull: true } => ["null"],
            YamlNode.Scalar scalar when Port().IsMatch(scalar.Text) => scalar.Text.Split('.'),
            YamlNode.Scalar scalar => Pieces(scalar.Text),
            _ => [],
        };

        IEnumerable<string> Pieces(string text) => Partial().Split(Placeholder().Replace(text, Filled))
            .Where(piece => piece.Length > 0);

        string Filled(Match match) => settings.Values.GetValueOrDefault(match.Groups[1].Value)?.Value ?? match.Value;
    }

    private static IEnumerable<string> Named(YamlNode node) => node is YamlNode.Mapping map
        ? map.Entries.Select(entry => entry.Key.Text)
        : [];

    private static SourceText Source(WorkingTree tree, string path) => SourceText.Read(path, tree, [])!;

    private static bool IsCarried(string leaf, string found) =>
        found.Contains(leaf, StringComparison.OrdinalIgnoreCase)
        || (double.TryParse(leaf, CultureInfo.InvariantCulture, out var number)
            && double.TryParse(found, CultureInfo.InvariantCulture, out var other)
            && (float)number == (float)other);

    /// <summary>The texts of a value, keys included, and what it refers to by name.</summary>
    private static IEnumerable<string> Leaves(Value value) => value switch
    {
        Value.Text text => [text.Content],
        Value.Number or Value.Flag or Value.Null => [CanonicalJson.Compact(value)],
        Value.Ref reference => [reference.Resource],
        Value.Join join => join.Parts.SelectMany(Leaves),
        Value.Document document => Leaves(document.Content),
        Value.List list => list.Items.SelectMany(Leaves),
        Value.Map map => map.Entries.SelectMany(entry => Leaves(entry.Value).Append(entry.Key)),
        _ => [],
    };

    /// <summary>The output of a node, or a condition, as inputs and <c>when</c> name it.</summary>
    [GeneratedRegex(@"^[A-Za-z]\w*\.[A-Za-z]\w*$")]
    private static partial Regex Port();

    [GeneratedRegex(@"\{\{>[^}]*\}\}")]
    private static partial Regex Partial();

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Placeholder();
}
