using Infra.Local.Access.Evaluation;
using Infra.Local.Protocol.Wire;
using Infra.Models;
using Infra.Planning.Access;

namespace Infra.Local.Access;

/// <summary>What invoking a model is asked about: the model, or the profile and the models behind it.</summary>
internal static class ModelRequests
{
    private const string Invoke = "bedrock:InvokeModel";
    private const string ByProfile = "bedrock:InferenceProfileArn";

    /// <summary>The requests for a model id, an inference-profile id, or an ARN.</summary>
    public static IEnumerable<AccessRequest> Of(string model, string region) => ModelReference.Of(model) switch
    {
        ModelReference.Foundation => [new(Invoke, Foundation(model, region))],
        ModelReference.SystemProfile profile => Through(profile, region),
        ModelReference.Other { IsProvisioned: true } =>
            [new("bedrock:GetProvisionedModelThroughput", model), new(Invoke, model)],
        ModelReference.ApplicationProfile or ModelReference.CustomModel or ModelReference.Endpoint
            or ModelReference.PromptRouter => [new(Invoke, model)],
        _ => [new(Invoke, model)],
    };

    /// <summary>A call through a profile may be answered in any region it routes to, so all must be allowed.</summary>
    private static IEnumerable<AccessRequest> Through(ModelReference.SystemProfile profile, string region)
    {
        var arn = $"arn:aws:bedrock:{region}:{Arn.Account}:inference-profile/{profile.Id}";
        var regions = profile.IsGlobal
            ? [region, ""]
            : (ModelCatalog.Known.Destinations(profile.Id, region) ?? []).Append(region).Distinct();
        return regions
            .Select(to => new AccessRequest(Invoke, Foundation(profile.Model, to)).With(ByProfile, arn))
            .Prepend(new(Invoke, arn));
    }

    private static string Foundation(string model, string region) =>
        model.StartsWith("arn:", StringComparison.Ordinal)
            ? model
            : $"arn:aws:bedrock:{region}::foundation-model/{model}";
}
