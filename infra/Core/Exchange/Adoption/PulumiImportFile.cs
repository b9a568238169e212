using System.Collections.Immutable;
using Infra.Planning;
using Infra.Targets;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Exchange.Adoption;

/// <summary>
/// The file for <c>pulumi import --file</c>. Each resource has the components above it that the program declares, since
/// their types are part of its identity in Pulumi; existing components are left alone.
/// </summary>
/// <remarks>Source: pulumi 3, <c>pkg/cmd/pulumi/operations/import.go</c>, read 2026-11-28.</remarks>
public static class PulumiImportFile
{
    private const string Catalog = $"catalog:{PulumiComponents.DefaultCatalog}";

    /// <summary>The file for resources of a plan.</summary>
    public static Value Of(Plan plan, IReadOnlyCollection<AdoptedResource> adopted)
    {
        var kinds = plan.Aliases.ToDictionary(alias => alias.Owner, alias => alias.Kind, StringComparer.Ordinal);
        var owners = adopted.Select(resource => resource.Declared.Owner).Distinct().Order(StringComparer.Ordinal);
        return Map(("resources", List(
        [
            .. adopted.Count == 0 ? [] : new[]
            {
                Component(PulumiComponents.Catalog, Catalog, PulumiComponents.DefaultCatalog, null),
            },
            .. owners.Select(owner => Component(
                PulumiComponents.Owner(kinds[owner]), Above(owner), owner, Catalog)),
            .. adopted.Select(Resource),
        ])));
    }

    /// <summary>The resources of a plan that a file names.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The resources, and the problems of the file, as sentences.</returns>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON.</exception>
    public static (ImmutableArray<AdoptedResource> Adopted, ImmutableArray<string> Wrong) Read(Plan plan, string text)
    {
        var adopted = ImmutableArray.CreateBuilder<AdoptedResource>();
        var wrong = ImmutableArray.CreateBuilder<string>();
        var resources = (JsonValue.Parse(text) as Value.Map)?["resources"] as Value.List;
        foreach (var entry in resources?.Items.OfType<Value.Map>() ?? [])
        {
            var (type, id) = (Text(entry, "type"), Text(entry, "id"));
            var name = Text(entry, "logicalName") ?? Text(entry, "name");
            var declared = plan.Resources.FirstOrDefault(resource => resource.Name == name);
            if (entry["component"] is Value.Flag { Content: true })
            {
                continue;
            }

            if (declared is null || id is null)
            {
                wrong.Add(id is null
                    ? $"resource '{name}' has no id"
                    : $"{plan.Stack} declares no resource '{name}', and the next deployment would delete it");
            }
            else if (PulumiResource.Of(declared).Token is var token && token != type)
            {
                wrong.Add($"resource '{name}' is of type '{type}', and {plan.Stack} declares '{token}'");
            }
            else
            {
                adopted.Add(AdoptedResource.Of(declared, id));
            }
        }

        return (adopted.ToImmutable(), resources is null ? ["it has no 'resources' list"] : wrong.ToImmutable());
    }

    /// <summary>The name of a component; no name in a plan has a colon, so they cannot clash.</summary>
    private static string Above(string owner) => $"owner:{owner}";

    private static Value Component(string type, string name, string logicalName, string? parent) => Map(
        ("type", type), ("name", name), ("logicalName", logicalName), ("parent", parent), ("component", true));

    private static Value Resource(AdoptedResource adopted)
    {
        var resource = PulumiResource.Of(adopted.Declared);
        return Map(
            ("type", resource.Token),
            ("name", adopted.Declared.Name),
            ("id", adopted.PulumiId),
            ("parent", Above(adopted.Declared.Owner)),
            ("version", ProviderVersions.Of(resource.Package)));
    }

    private static string? Text(Value.Map entry, string key) => (entry[key] as Value.Text)?.Content;
}
