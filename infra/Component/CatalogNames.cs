using Infra.Definitions;
using Infra.Settings;
using Pulumi;

namespace BedrockPrompts;

/// <summary>
/// What a catalog's resources are called. In Pulumi a URN holds the types above a resource, not their names, and on AWS
/// a name is unique in an account: the resources of a second catalog carry its name in both.
/// </summary>
internal sealed record CatalogNames
{
    private readonly string _catalog;

    /// <summary>Names for a catalog.</summary>
    /// <exception cref="RunException">Its name could not be a part of names on AWS.</exception>
    public CatalogNames(string catalog) => _catalog = Names.IsDefinitionName(catalog)
        ? catalog
        : throw new RunException($"'{catalog}' cannot be the name of a catalog, because names on AWS contain it. Use "
            + "letters and digits, separated by single '-' or '_'.");

    private bool IsDefault => _catalog is PromptCatalog.DefaultName;

    /// <summary>A resource's name in Pulumi.</summary>
    /// <remarks>No name in a plan has a full stop: none can be read in two ways.</remarks>
    public string InPulumi(string resource) => IsDefault ? resource : $"{_catalog}.{resource}";

    /// <summary>Settings under which nothing on AWS is called as in another catalog.</summary>
    /// <param name="settings">As they were read.</param>
    /// <param name="given">What the program states for this catalog alone: that stays as it is.</param>
    public StackSettings On(StackSettings settings, IReadOnlyDictionary<string, string>? given) => IsDefault
        ? settings
        : settings with
        {
            NamePrefix = given?.ContainsKey("namePrefix") is true
                ? settings.NamePrefix
                : $"{settings.NamePrefix}{_catalog}-",
            ParameterPath = given?.ContainsKey("parameterPath") is true
                ? settings.ParameterPath
                : $"{settings.ParameterPath}/{_catalog}",
        };
}
