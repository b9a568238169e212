using Infra.Planning;
using Pulumi;

namespace BedrockPrompts;

/// <summary>Holds what AWS answered against what a release says.</summary>
internal static class PostconditionCheck
{
    /// <summary>Whether what depends on the answer may go on; if not, the deployment ends with the reason.</summary>
    public static Output<bool> Of(Postcondition condition, Output<object?> answer) =>
        answer.Apply(value => value is null
            ? Passes($"{condition.Subject} was not checked: AWS gave no {condition.Attribute}.", mustHold: false)
            : Passes(condition.Finding(PulumiValues.Back(value)), condition.MustHold));

    /// <summary>An output that is there once the check has passed, and never otherwise.</summary>
    /// <remarks>To fail it as well would repeat the reason, with a stack trace, for each resource that waits.</remarks>
    public static Output<string> After(Output<bool> check, Output<string> output) =>
        check.Apply(passed => passed ? output : Output.Create(new TaskCompletionSource<string>().Task));

    private static bool Passes(string? finding, bool mustHold)
    {
        if (finding is not null && mustHold)
        {
            // Pulumi watches every output: one that fails ends the deployment.
            Output.Create(Task.FromException<bool>(new RunException(finding)));
            return false;
        }

        if (finding is not null)
        {
            Log.Warn(finding);
        }

        return true;
    }
}
