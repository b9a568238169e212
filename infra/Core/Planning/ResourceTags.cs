using Infra.Definitions;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The tags of a resource: the tool's own, the stack's and the definition's.</summary>
public static class ResourceTags
{
    /// <summary>The condition key for the stack in a resource's tags.</summary>
    internal const string OfResource = $"aws:ResourceTag/{Stack}";

    /// <summary>The condition key for the stack in a request's tags.</summary>
    internal const string OfRequest = $"aws:RequestTag/{Stack}";

    private const string Stack = "bedrock-prompts:stack";

    /// <summary>Tags as a list, for types that take one.</summary>
    public static Value.List Listed(Value.Document tags) => List(((Value.Map)tags.Content).Entries
        .Select(tag => Map(("Key", tag.Key), ("Value", tag.Value))));

    /// <summary>The tags of a resource that belongs to no single definition.</summary>
    public static Value.Document OfStack(StackSettings settings) => Document(Map(
        settings.Tags.Select(tag => (tag.Name.Value, (Value?)tag.Text.Value))
            .Where(tag => tag.Item1 != Stack)
            .Prepend((Stack, settings.Stack))));

    /// <summary>The tags of a definition's resource. Later ones win: the tool's own, the stack's, the
    /// definition's.</summary>
    public static Value.Document Of(Definition definition, StackSettings settings)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["bedrock-prompts:name"] = definition.Name,
            [Stack] = settings.Stack,
        };
        if (definition.Owner is { } owner)
        {
            tags["owner"] = owner.Value;
        }

        foreach (var tag in settings.Tags.Concat(definition.Tags))
        {
            tags[tag.Name.Value] = tag.Text.Value;
        }

        return Document(Map(tags.Select(tag => (tag.Key, (Value?)tag.Value))));
    }
}
