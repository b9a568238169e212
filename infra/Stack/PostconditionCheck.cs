using Infra.Planning;
using Pulumi;

namespace Infra.Stack;

/// <summary>Holds what AWS answered against what a release says.</summary>
internal static class PostconditionCheck
{
    /// <summary>Whether the condition holds; where it must and does not, the deployment ends here.</summary>
    public static Output<bool> Of(Postcondition condition, Output<object?> answer) => answer.Apply(value =>
    {
        if (value is null)
        {
            Log.Warn($"{condition.Subject} could not be checked: AWS answered without {condition.Attribute}.");
            return false;
        }

        var finding = condition.Finding(PulumiValues.Back(value));
        if (finding is not null && condition.MustHold)
        {
            throw new RunException(finding);
        }

        if (finding is not null)
        {
            Log.Warn(finding);
        }

        return finding is null;
    });
}
