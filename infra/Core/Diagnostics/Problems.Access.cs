namespace Infra.Diagnostics;

/// <content>Access: PRM180 to PRM189, PRM510 to PRM519.</content>
public static partial class Problems
{
    /// <summary>A geography's profile that our list does not have.</summary>
    public static Diagnostic UnknownProfile(Location at, string profile, string date, string? nearest) => Warning(
        at, "PRM180", $"'{profile}' is not in the list of inference profiles of {date}"
            + (nearest is null ? "" : $", which has '{nearest}'")
            + ". Access is given to its model in any region, through this profile alone. "
            + "If it is new, list its regions in bedrock-prompts:inferenceProfiles.");

    /// <summary>A profile that cannot be called from the stack's region.</summary>
    public static Diagnostic ProfileIsNotCalledFrom(
        Location at, string profile, string region, string sources) => Warning(
        at, "PRM181", $"'{profile}' cannot be called from {region}, only from {sources}. Choose a profile of this "
            + "region; if AWS has added it, list where it leads in bedrock-prompts:inferenceProfiles.");

    /// <summary>A custom model where something callable belongs.</summary>
    public static Diagnostic CustomModelIsNotCalled(Location at, string arn) => Warning(
        at, "PRM182", $"'{arn}' is a custom model, which Bedrock does not call by itself. "
            + "Name its deployment (custom-model-deployment/...) or provisioned throughput (provisioned-model/...).");

    /// <summary>A policy IAM would refuse.</summary>
    public static Diagnostic PolicyTooLarge(Location at, string owner, int size, int most) => Error(
        at, "PRM183", $"The access of '{owner}' takes a policy of {size:N0} characters; {most:N0} fit. "
            + "Keep fewer releases of different models, use profiles that reach fewer regions, or split it.");

    /// <summary>A prompt of others, whose model nobody stated.</summary>
    public static Diagnostic PromptModelUnknown(Location at, string arn) => Warning(
        at, "PRM184", $"Nothing here says which model is behind '{arn}', so the flow's role may not call it. "
            + "State it in bedrock-prompts:promptModels, by this ARN.");

    /// <summary>Not the ARN of a managed policy.</summary>
    public static Diagnostic PermissionsBoundary(Location at) => Error(
        at, "PRM510", "'permissionsBoundary' should be the ARN of a managed policy: "
            + "arn:aws:iam::<account>:policy/<name>.");

    /// <summary>A permissions boundary that whoever it binds may rewrite.</summary>
    public static Diagnostic BoundaryIsWritable(Location at, string ending) => Error(
        at, "PRM511", $"A boundary that ends with '{ending}' is named like a policy of callers, which deployers may "
            + "rewrite. Give it another name.");
}
