using Infra.Values;

namespace Infra.Planning;

/// <summary>
/// An application inference profile, by which AWS meters and bills the calls of one prompt to one model.
/// </summary>
/// <param name="Owner">The prompt.</param>
/// <param name="Name">Its name in the plan.</param>
/// <param name="Model">The model, as the prompt writes it.</param>
public sealed record DeclaredProfile(string Owner, string Name, string Model)
{
    /// <summary>The attribute with its ARN.</summary>
    public const string ArnAttribute = "InferenceProfileArn";

    /// <summary>Its ARN, which prompts give in place of the model.</summary>
    public Value.Ref Arn => new(Name, ArnAttribute);

    /// <summary>Its id, which is ModelId in AWS's metrics.</summary>
    /// <remarks>Not verified in an account. Source: samples that AWS published for profiles and CloudWatch, read
    /// 2026-11-28: they query by id and state that the ARN finds nothing.</remarks>
    public Value.Ref Id => new(Name, "InferenceProfileId");
}
