using Infra.Planning;
using Pulumi;

namespace Infra.Stack;

/// <summary>Holds what AWS answered against what a release says.</summary>
internal static class PostconditionCheck
{
    /// <summary>Whether what depends on the answer may go on; if not, the deployment ends with the reason.</summary>
    public static Output<bool> Of(Postcondition condition, Output<object?> answer)
    {
        var finding = answer.Apply(value => value is null
            ? (Text: $"{condition.Subject} was not checked: AWS gave no {condition.Attribute}.", Ends: false)
            : (Text: condition.Finding(PulumiValues.Back(value)), Ends: condition.MustHold));
        finding.Apply(found => Say(found.Text, found.Ends));
        return finding.Apply(found => found.Text is null || !found.Ends);
    }

    /// <summary>An output that is there once the check has passed, and never otherwise.</summary>
    /// <remarks>To fail it as well would repeat the reason, with a stack trace, for each resource that waits.</remarks>
    public static Output<string> After(Output<bool> check, Output<string> output) =>
        check.Apply(passed => passed ? output : Output.Create(new TaskCompletionSource<string>().Task));

    private static bool Say(string? finding, bool ends)
    {
        if (finding is not null && ends)
        {
            throw new RunException(finding);
        }

        if (finding is not null)
        {
            Log.Warn(finding);
        }

        return finding is null;
    }
}
