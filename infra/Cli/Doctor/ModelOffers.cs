using Infra.Cli.Aws;
using Infra.Models;
using Infra.Planning;

namespace Infra.Cli.Doctor;

/// <summary>Checks that models can be called: offered in the region, open to the account, and not about to be shut
/// down.</summary>
internal sealed class ModelOffers(ServiceReads reads)
{
    private const string Name = "model";

    /// <summary>Checks a model, and the profile through which it is called.</summary>
    public async Task<DoctorFinding> Of(ModelInUse model, DateOnly day)
    {
        if (model.On(day) is Phase.Ended)
        {
            return DoctorFinding.Fail(
                Name, $"{model.Name} has ended.", "Replace it: 'prompts models --replace old=new'.");
        }

        var named = ModelName.Of(model.Name);
        var isProfile = named.Kind is ModelKind.Profile
            || model.Name.Contains(":application-inference-profile/", StringComparison.Ordinal);
        var profile = isProfile ? await Get("inference-profiles", model.Name).ConfigureAwait(false) : null;
        if (IsNotThere(profile))
        {
            return DoctorFinding.Fail(
                Name,
                $"Model not found: there is no inference profile {model.Name} in {reads.Region}.",
                "Correct it, or take one of this region: 'aws bedrock list-inference-profiles' lists them.")
                with
            { Permission = "bedrock:GetInferenceProfile" };
        }

        return named.Foundation is { } id
            ? await Foundation(model, id, day).ConfigureAwait(false) with
            {
                Permission = "bedrock:GetFoundationModel, bedrock:GetFoundationModelAvailability"
                    + (isProfile ? ", bedrock:GetInferenceProfile" : ""),
            }
            : DoctorFinding.Ok(Name, $"{model.Name}: nothing more to ask about.");
    }

    private async Task<DoctorFinding> Foundation(ModelInUse model, string id, DateOnly day)
    {
        var known = await Get("foundation-models", id).ConfigureAwait(false);
        var access = known is { IsGood: true }
            ? await Get("foundation-model-availability", id).ConfigureAwait(false)
            : null;
        return IsNotThere(known)
            ? DoctorFinding.Fail(
                Name, $"Model not found: {model.Name} in {reads.Region}.",
                "Correct the id, or use a region that offers the model: 'prompts models' lists regions.")
            : known is not { IsGood: true } ? ServiceReads.NotSeen(Name, $"{model.Name} was not checked", known)
            : access is { IsGood: true } && (access.Says("NOT_AUTHORIZED") || access.Says("NOT_AVAILABLE"))
            ? DoctorFinding.Fail(
                Name, $"Access Denied: {model.Name} is offered in {reads.Region}, and this account has no access.",
                "Request access in the Bedrock console (Model access; Anthropic asks for a use case once), or ask "
                    + "the account's administrator.")
            : known.Says("\"LEGACY\"") || model.On(day) is Phase.Ending
            ? DoctorFinding.Warn(
                Name, $"{model.Name} is offered in {reads.Region}, and is about to end.", "See 'prompts models'.")
            : DoctorFinding.Ok(Name, $"{model.Name} is offered in {reads.Region}.");
    }

    private Task<SignedAnswer?> Get(string kind, string id) =>
        reads.Get("bedrock", $"{kind}/{Uri.EscapeDataString(id)}");

    private static bool IsNotThere(SignedAnswer? answer) =>
        answer is { Status: 404 or 400 } && !answer.Says("UnknownOperation");
}
