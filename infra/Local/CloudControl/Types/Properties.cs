using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.State;

namespace Infra.Local.CloudControl.Types;

/// <summary>What several types do with properties.</summary>
internal static class Properties
{
    /// <summary>Adds tags as a map, unless there are none.</summary>
    public static void SetTags(
        this JsonObject properties, ImmutableSortedDictionary<string, string> tags, string name = "Tags")
    {
        if (!tags.IsEmpty)
        {
            properties[name] = Tags.Mapped(tags);
        }
    }
}
