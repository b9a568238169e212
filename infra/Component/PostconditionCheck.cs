using Infra.Planning;
using Pulumi;

namespace BedrockPrompts;

/// <summary>Holds what AWS answered against what a release says.</summary>
internal static class PostconditionCheck
{
    /// <summary>Whether what depends on the answer may go on; if not, the deployment ends with the reason.</summary>
    public static Output<bool> Of(Postcondition condition, Output<object?> answer)
    {
        var isPreview = Deployment.Instance.IsDryRun;
        return answer.Apply(value => Passes(value is null
            ? (null, $"{condition.Subject} was not checked: AWS gave no {condition.Attribute}.")
            : condition.Verdict(PulumiValues.Back(value), isPreview)));
    }

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
