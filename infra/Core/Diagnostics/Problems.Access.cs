namespace Infra.Diagnostics;

/// <content>Access: PRM180 to PRM189, PRM510 to PRM519.</content>
public static partial class Problems
{
    /// <summary>An unknown inference profile.</summary>
    public static Diagnostic UnknownProfile(Location at, string profile, string date, string? nearest) => Warning(
        at, "PRM180", $"'{profile}' is not among the inference profiles known on {date}. "
            + (nearest is null ? "" : $"Did you mean '{nearest}'? ")
            + "If it is new, list its regions in bedrock-prompts:inferenceProfiles: until then callers may use its "
            + "model in any region, but only through this profile.");

    /// <summary>An inference profile that cannot be called from the stack's region.</summary>
    public static Diagnostic ProfileIsNotCalledFrom(
        Location at, string profile, string region, string sources) => Warning(
        at, "PRM181", $"'{profile}' cannot be called from {region}, only from {sources}. Choose a profile of this "
            + "region; if AWS has added it, list where it leads in bedrock-prompts:inferenceProfiles.");

    /// <summary>A custom model instead of its deployment.</summary>
    public static Diagnostic CustomModelIsNotCalled(Location at, string arn) => Warning(
        at, "PRM182", $"'{arn}' is a custom model, which Bedrock does not call by itself. "
            + "Name its deployment (custom-model-deployment/...) or provisioned throughput (provisioned-model/...).");

    /// <summary>A policy larger than IAM accepts.</summary>
    public static Diagnostic PolicyTooLarge(Location at, string owner, int size, int most) => Error(
        at, "PRM183", $"The policy that gives access to '{owner}' has {size:N0} characters, and IAM allows "
            + $"{most:N0}. Keep fewer releases with different models, use profiles that reach fewer regions, or "
            + $"split '{owner}' in two.");

    /// <summary>A prompt of somebody else, whose model is not known.</summary>
    public static Diagnostic PromptModelUnknown(Location at, string arn) => Warning(
        at, "PRM184", $"The model behind '{arn}' is not known, so the flow's role gets no access to it. State it in "
            + "bedrock-prompts:promptModels, under this ARN.");

    /// <summary>Not the ARN of a managed policy.</summary>
    public static Diagnostic PermissionsBoundary(Location at) => Error(
        at, "PRM510", "'permissionsBoundary' should be the ARN of a managed policy: "
            + "arn:aws:iam::<account>:policy/<name>.");

    /// <summary>A permissions boundary that deployers may rewrite.</summary>
    public static Diagnostic BoundaryIsWritable(Location at, string ending) => Error(
        at, "PRM511", $"The boundary's name ends with '{ending}', and deployers may rewrite every policy with such a "
            + "name. Rename the boundary.");
}
