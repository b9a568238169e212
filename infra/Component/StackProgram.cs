using System.Collections.Immutable;
using Infra.Planning;
using Infra.Targets;
using Pulumi;

namespace BedrockPrompts;

/// <summary>The environment that <c>pulumi up</c> deploys.</summary>
public class StackProgram : Pulumi.Stack
{
    /// <summary>Reads the project, plans the stack, and declares the plan.</summary>
    public StackProgram() : this(StackPlan.Read)
    {
    }

    /// <summary>The same for a plan from elsewhere, or under the eyes of a test.</summary>
    /// <param name="plan">Called once, when the stack is there to say warnings.</param>
    /// <param name="options">What a test observes it with.</param>
    protected StackProgram(Func<Plan> plan, StackOptions? options = null) : base(options)
    {
        var declared = plan();
        var cloud = new CloudResources(declared);
        cloud.RegisterAll();
        Aliases = cloud.Output(PlanJson.Aliases(declared));
        Policies = cloud.Output(PlanJson.Policies(declared));
    }

    /// <summary>By prompt or flow: kind, release, AWS's version, ARN, and the parameter that holds the ARN.</summary>
    [Output("aliases")]
    public Output<ImmutableDictionary<string, object?>> Aliases { get; private set; }

    /// <summary>By prompt or flow: the ARN of the policy that lets an application call it.</summary>
    [Output("policies")]
    public Output<ImmutableDictionary<string, object?>> Policies { get; private set; }
}
