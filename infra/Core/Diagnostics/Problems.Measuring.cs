namespace Infra.Diagnostics;

/// <content>Metering each prompt by itself: PRM640 to PRM649.</content>
public static partial class Problems
{
    /// <summary>More inference profiles than an account has by default.</summary>
    public static Diagnostic TooManyProfiles(Location at, int count, int most) => Warning(
        at, "PRM640", $"'bedrock-prompts:measure' makes {count:N0} inference profiles, one for each prompt and model "
            + $"that is kept, and an account has {most:N0} in a region by default, other stacks' included. Ask AWS for "
            + "a higher quota (L-40EC9882), or keep fewer models.");

    /// <summary>Inference profiles would be deleted that versions may call through.</summary>
    public static Diagnostic ProfilesGoAtOnce(Location at, string names) => Warning(
        at, "PRM641", "'bedrock-prompts:measure' is switched off in one step, which deletes inference profiles that "
            + $"versions of {names} still call through, so Pulumi's preview will refuse it. Set "
            + "'bedrock-prompts:measure: ending' first, and false once those releases are no longer kept.");
}
