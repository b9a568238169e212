using Infra.Planning;
using Infra.Spelling;

namespace Infra.Targets;

/// <summary>The components that contain the resources in Pulumi's tree: a catalog and, in it, each prompt and
/// flow.</summary>
/// <remarks>Permanent: these types are part of every resource's identity, so another type would replace all
/// resources.</remarks>
public static class PulumiComponents
{
    /// <summary>The type of the catalog.</summary>
    public const string Catalog = "bedrock-prompts:index:PromptCatalog";

    /// <summary>The name of the catalog that is not part of its resources' names.</summary>
    public const string DefaultCatalog = "prompts";

    /// <summary>The type of a prompt or flow.</summary>
    /// <param name="kind"><c>prompt</c> or <c>flow</c>, as in <see cref="DeclaredAlias"/>.</param>
    public static string Owner(string kind) => $"bedrock-prompts:index:{FirstLetter.Upper(kind)}";
}
