using Infra.Values;

namespace Infra.Planning;

/// <summary>
/// An application inference profile: what AWS meters and bills the calls under that one prompt makes to one model.
/// </summary>
/// <param name="Owner">The prompt.</param>
/// <param name="Name">Its name in the plan.</param>
/// <param name="Model">The model, as the prompt writes it.</param>
public sealed record DeclaredProfile(string Owner, string Name, string Model)
{
    /// <summary>The attribute that holds its ARN.</summary>
    public const string ArnAttribute = "InferenceProfileArn";

    /// <summary>Its ARN: what prompts name in the place of the model.</summary>
    public Value.Ref Arn => new(Name, ArnAttribute);

    /// <summary>Its id: what AWS's metrics have as ModelId.</summary>
    /// <remarks>Not seen on an account. Source: samples that AWS published of profiles and CloudWatch, read 2026-11-28:
    /// they ask for the id, and say that the ARN finds nothing.</remarks>
    public Value.Ref Id => new(Name, "InferenceProfileId");
}
