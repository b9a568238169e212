using Infra.Planning;
using Infra.Spelling;

namespace Infra.Targets;

/// <summary>What stands above the resources in Pulumi's tree: a catalog, and in it a prompt or flow.</summary>
/// <remarks>Permanent: the types are a part of every resource's identity, another one would replace them all.</remarks>
public static class PulumiComponents
{
    /// <summary>The type of the catalog.</summary>
    public const string Catalog = "bedrock-prompts:index:PromptCatalog";

    /// <summary>The name of the catalog whose resources do not carry it.</summary>
    public const string DefaultCatalog = "prompts";

    /// <summary>The type of a prompt or flow.</summary>
    /// <param name="kind"><c>prompt</c> or <c>flow</c>, as a <see cref="DeclaredAlias"/> says it.</param>
    public static string Owner(string kind) => $"bedrock-prompts:index:{FirstLetter.Upper(kind)}";
}
