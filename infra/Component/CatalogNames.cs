using Infra.Definitions;
using Infra.Settings;
using Pulumi;

namespace BedrockPrompts;

/// <summary>
/// The names of a catalog's resources. A URN in Pulumi contains the types of a resource's parents but not their names,
/// and on AWS names are unique in an account; so the names of a second catalog's resources contain the catalog's name
/// in both.
/// </summary>
internal sealed record CatalogNames
{
    private readonly string _catalog;

    /// <summary>The names for a catalog.</summary>
    /// <exception cref="RunException">The catalog's name cannot be part of names on AWS.</exception>
    public CatalogNames(string catalog) => _catalog = Names.IsDefinitionName(catalog)
        ? catalog
        : throw new RunException($"'{catalog}' cannot be the name of a catalog, because names on AWS contain it. Use "
            + "letters and digits, separated by single '-' or '_'.");

    private bool IsDefault => _catalog is PromptCatalog.DefaultName;

    /// <summary>A resource's name in Pulumi.</summary>
    /// <remarks>No name in a plan has a full stop, so names are unambiguous.</remarks>
    public string InPulumi(string resource) => IsDefault ? resource : $"{_catalog}.{resource}";

    /// <summary>Settings that keep names on AWS distinct from those of other catalogs.</summary>
    /// <param name="settings">The settings as read.</param>
    /// <param name="given">The settings that the program states for this catalog only, which stay as they are.</param>
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
