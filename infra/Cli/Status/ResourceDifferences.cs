using System.Globalization;
using Infra.Planning;
using Infra.Rendering;
using Infra.Smoke.Serving;
using Infra.Values;

namespace Infra.Cli.Status;

/// <summary>Finds what has been changed by hand: compares declared resources with existing ones.</summary>
/// <param name="world">What exists.</param>
internal sealed class ResourceDifferences(StackWorld world)
{
    /// <summary>The differences, as sentences.</summary>
    public IEnumerable<string> Of(DeclaredResource declared)
    {
        if (!world.Resources.TryGetValue(declared.Name, out var there))
        {
            return [$"{What(declared)} is not there"];
        }

        return OfProperties(declared, there).Concat(OfContent(declared, there)).Concat(OfStatus(declared, there));
    }

    private IEnumerable<string> OfProperties(DeclaredResource declared, ReadResource there) =>
        from property in declared.Properties.Entries
        where !declared.IgnoreChanges.Contains(property.Key)
            && !ResourceTypes.IsCreateOnly(declared.Type, property.Key)
            && property.Value is not Value.Null
            && world.Knows(property.Value)
        let wanted = world.Fill(property.Value)
        let actual = there.Properties[property.Key]
        where actual is not null || IsWhole(declared.Type)
        let difference = DeployedContent.First(
            InOrder(wanted), InOrder(actual ?? new Value.Null()), property.Key)
        where difference is not null
        select $"{What(declared)}: {Provenance.Text(difference)}";

    /// <summary>The differences in the content of a version.</summary>
    private IEnumerable<string> OfContent(DeclaredResource declared, ReadResource there) =>
        declared.Postcondition is { } condition && there.Properties[condition.Attribute] is { } content
            && condition.First(content, world.Known(condition.Profile)) is { } difference
                ? [$"{What(declared)}: {Provenance.Text(difference)}"]
                : [];

    private static IEnumerable<string> OfStatus(DeclaredResource declared, ReadResource there) =>
        declared.Type is ResourceTypes.Flow && there["Status"] is { } status
        && !status.Equals("Prepared", StringComparison.OrdinalIgnoreCase)
            ? [$"the flow's draft is not ready ({status})"]
            : [];

    /// <summary>Whether a service returns all properties of a type: Bedrock does; what other services leave out cannot
    /// be compared.</summary>
    private static bool IsWhole(string type) => type.Split("::") is [_, "Bedrock", _];

    /// <summary>A list in a fixed order, since tags are returned in any order.</summary>
    private static Value InOrder(Value value) => value is Value.List { Items: [Value.Map { } first, ..] } list
        && first["Key"] is not null
            ? Shorthand.List(list.Items.OrderBy(CanonicalJson.Compact, StringComparer.Ordinal))
            : value;

    private static string What(DeclaredResource declared) => declared.Type switch
    {
        ResourceTypes.PromptVersion or ResourceTypes.FlowVersion => string.Create(
            CultureInfo.InvariantCulture,
            $"{Words(declared)} of release {StackWorld.ReleaseOf(new("", declared.Properties)) ?? 0}"),

        // A name can have several of these.
        ResourceTypes.Alarm or ResourceTypes.QueryDefinition => $"{Words(declared)} {declared.Name}",
        _ => Words(declared),
    };

    private static string Words(DeclaredResource declared) => ResourceTypes.Of(declared.Type).Words;
}
