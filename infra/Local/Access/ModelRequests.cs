using Infra.Local.Access.Evaluation;
using Infra.Local.Profiles;
using Infra.Local.Protocol.Wire;
using Infra.Planning.Access;

namespace Infra.Local.Access;

/// <summary>The requests that invoking a model is authorised by: for the model, or for the profile and the models
/// behind it.</summary>
internal static class ModelRequests
{
    private const string Invoke = "bedrock:InvokeModel";
    private const string ByProfile = "bedrock:InferenceProfileArn";

    /// <summary>The requests for a model id, an inference-profile id, or an ARN.</summary>
    /// <param name="model">The id or ARN that is called.</param>
    /// <param name="behind">What a profile made here was copied from; otherwise the same id or ARN.</param>
    /// <param name="region">The region of the call.</param>
    public static IEnumerable<AccessRequest> Of(
        string model, string behind, string region) => ModelReference.Of(model) switch
        {
            ModelReference.Foundation => [new(Invoke, Foundation(model, region))],
            ModelReference.SystemProfile profile => Through(
                $"arn:aws:bedrock:{region}:{Arn.Account}:inference-profile/{profile.Id}",
                ProfileModels.Of(profile.Id, region)),
            ModelReference.Other { IsProvisioned: true } =>
                [new("bedrock:GetProvisionedModelThroughput", model), new(Invoke, model)],
            ModelReference.ApplicationProfile when behind != model => Through(model, ProfileModels.Of(behind, region)),
            ModelReference.ApplicationProfile or ModelReference.CustomModel or ModelReference.Endpoint
                or ModelReference.PromptRouter => [new(Invoke, model)],
            _ => [new(Invoke, model)],
        };

    /// <summary>A call through a profile may be answered in any region that it routes to, so all of them must be
    /// allowed.</summary>
    private static IEnumerable<AccessRequest> Through(string profile, IEnumerable<string> models) => models
        .Select(model => new AccessRequest(Invoke, model).With(ByProfile, profile))
        .Prepend(new(Invoke, profile));

    private static string Foundation(string model, string region) =>
        model.StartsWith("arn:", StringComparison.Ordinal)
            ? model
            : $"arn:aws:bedrock:{region}::foundation-model/{model}";
}
