using Infra.Planning;
using Pulumi;
using Pulumi.Utilities;

namespace BedrockPrompts;

/// <summary>Holds what AWS answered against what a release says.</summary>
internal static class PostconditionCheck
{
    /// <summary>Whether what depends on the answer may go on; if not, the deployment ends with the reason.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="answer">What AWS answered.</param>
    /// <param name="profile">The ARN of the inference profile that may have the model's place; null for none.</param>
    public static Output<bool> Of(Postcondition condition, Output<object?> answer, Output<string>? profile)
    {
        var isPreview = Deployment.Instance.IsDryRun;
        var named = Output.Create(profile is null ? Task.FromResult<string?>(null) : Known(profile));
        return answer.Apply(value => named.Apply(known => Passes(value is null
            ? (null, $"{condition.Subject} was not checked, because AWS did not return its {condition.Attribute}.")
            : condition.Verdict(PulumiValues.Back(value), isPreview, known))));
    }

    /// <summary>A profile that a preview finds new is unknown, and no version that is there calls through it.</summary>
    private static async Task<string?> Known(Output<string> profile) =>
        await OutputUtilities.GetIsKnownAsync(profile).ConfigureAwait(false)
            ? await OutputUtilities.GetValueAsync(profile).ConfigureAwait(false)
            : null;

    /// <summary>An output that is there once the check has passed, and never otherwise.</summary>
    /// <remarks>To fail it as well would repeat the reason, with a stack trace, for each resource that waits.</remarks>
    public static Output<string> After(Output<bool> check, Output<string> output) =>
        check.Apply(passed => passed ? output : Output.Create(new TaskCompletionSource<string>().Task));

    private static bool Passes((string? Stops, string? Warns) verdict)
    {
        if (verdict.Stops is not null)
        {
            // Pulumi watches every output: one that fails ends the deployment.
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
