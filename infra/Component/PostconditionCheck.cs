using Infra.Planning;
using Pulumi;
using Pulumi.Utilities;

namespace BedrockPrompts;

/// <summary>Compares what AWS returned with what a release says.</summary>
internal static class PostconditionCheck
{
    /// <summary>Whether resources that depend on the answer may be deployed; if not, the deployment ends with the
    /// reason.</summary>
    /// <param name="condition">The postcondition.</param>
    /// <param name="answer">The value that AWS returned.</param>
    /// <param name="profile">The ARN of the inference profile that may replace the model; null for none.</param>
    public static Output<bool> Of(Postcondition condition, Output<object?> answer, Output<string>? profile)
    {
        var isPreview = Deployment.Instance.IsDryRun;
        var named = Output.Create(profile is null ? Task.FromResult<string?>(null) : Known(profile));
        return answer.Apply(value => named.Apply(known => Passes(value is null
            ? (null, $"{condition.Subject} was not checked, because AWS did not return its {condition.Attribute}.")
            : condition.Verdict(PulumiValues.Back(value), isPreview, known))));
    }

    /// <summary>The ARN of a profile; a new one is unknown in a preview, and no existing version calls through
    /// it.</summary>
    private static async Task<string?> Known(Output<string> profile) =>
        await OutputUtilities.GetIsKnownAsync(profile).ConfigureAwait(false)
            ? await OutputUtilities.GetValueAsync(profile).ConfigureAwait(false)
            : null;

    /// <summary>An output that becomes available once the check has passed, and otherwise never.</summary>
    /// <remarks>If it failed as well, the reason would be repeated, with a stack trace, for each resource that waits
    /// for it.</remarks>
    public static Output<string> After(Output<bool> check, Output<string> output) =>
        check.Apply(passed => passed ? output : Output.Create(new TaskCompletionSource<string>().Task));

    private static bool Passes((string? Stops, string? Warns) verdict)
    {
        if (verdict.Stops is not null)
        {
            // Pulumi observes every output: one that fails ends the deployment.
            Output.Create(Task.FromException<bool>(new RunException(verdict.Stops)));
            return false;
        }

        if (verdict.Warns is not null)
        {
            Log.Warn(verdict.Warns);
        }

        return true;
    }
}
