
namespace Infra.Models;

/// <summary>What a text names that stands where a model does.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The id, without what an ARN puts before it.</param>
/// <param name="Region">The region of an ARN; null for an id, which is of the caller's.</param>
public readonly record struct ModelName(ModelKind Kind, string Id, string? Region)
{
    private const int Parts = 6;

    /// <summary>The id of the foundation model behind it; null when the name does not tell.</summary>
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

    /// <summary>A geography stands before the model's id; providers have longer names than two letters.</summary>
    public static bool IsProfile(string id) => id.Split('.') switch
    {
        ["global" or "apac" or "us-gov", _, ..] => true,
        [{ Length: 2 } geography, _, _, ..] => geography.All(char.IsAsciiLetterLower),
        _ => false,
    };
}

/// <summary>What may stand where a model does.</summary>
public enum ModelKind
{
    /// <summary>A model in one region.</summary>
    Foundation,

    /// <summary>A profile of AWS's own: one model, several regions.</summary>
    Profile,

    /// <summary>A model that somebody trained from a foundation model.</summary>
    Custom,

    /// <summary>Anything else: profiles of an account, routers, endpoints, throughput.</summary>
    Other,
}
