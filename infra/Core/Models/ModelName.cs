
namespace Infra.Models;

/// <summary>What the text given as a model refers to.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Id">The id; of an ARN, its last part.</param>
/// <param name="Region">The region of an ARN; null for an id, which belongs to the caller's region.</param>
public readonly record struct ModelName(ModelKind Kind, string Id, string? Region)
{
    private const int Parts = 6;

    /// <summary>The id of the foundation model; null when the name does not contain it.</summary>
    public string? Foundation => Kind switch
    {
        ModelKind.Foundation => Id,
        ModelKind.Profile => Id[(Id.IndexOf('.', StringComparison.Ordinal) + 1)..],
        ModelKind.Custom => Id,
        ModelKind.Other => null,
    };

    /// <summary>Reads a model id, an inference-profile id, or an ARN.</summary>
    public static ModelName Of(string text)
    {
        if (text.Split(':', Parts) is not ["arn", _, _, var region, _, var resource])
        {
            return new(IsProfile(text) ? ModelKind.Profile : ModelKind.Foundation, text, Region: null);
        }

        return resource.Split('/') switch
        {
            ["foundation-model", var id] => new(ModelKind.Foundation, id, region),
            ["inference-profile", var id] => new(ModelKind.Profile, id, region),
            ["custom-model", var id, ..] => new(ModelKind.Custom, id, region),
            _ => new(ModelKind.Other, text, region),
        };
    }

    /// <summary>A profile's id starts with a geography; provider names are longer than two letters.</summary>
    public static bool IsProfile(string id) => id.Split('.') switch
    {
        ["global" or "apac" or "us-gov", _, ..] => true,
        [{ Length: 2 } geography, _, _, ..] => geography.All(char.IsAsciiLetterLower),
        _ => false,
    };
}

/// <summary>What can be given as a model.</summary>
public enum ModelKind
{
    /// <summary>A model in one region.</summary>
    Foundation,

    /// <summary>An inference profile of AWS: one model in several regions.</summary>
    Profile,

    /// <summary>A customised foundation model.</summary>
    Custom,

    /// <summary>Anything else: inference profiles of an account, prompt routers, endpoints, provisioned
    /// throughput.</summary>
    Other,
}
