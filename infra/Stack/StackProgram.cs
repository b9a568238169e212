using System.Collections.Immutable;
using Infra.Planning;
using Infra.Targets;
using Pulumi;

namespace Infra.Stack;

/// <summary>The environment that <c>pulumi up</c> deploys.</summary>
public class StackProgram : Pulumi.Stack
{
    /// <summary>Reads the project, plans the stack, and declares the plan.</summary>
    public StackProgram() : this(null)
    {
    }

    /// <summary>The same, under the eyes of a test.</summary>
    protected StackProgram(StackOptions? options) : base(options)
    {
        var plan = StackPlan.Read();
        var cloud = new CloudResources(plan);
        cloud.RegisterAll();
        Aliases = cloud.Output(PlanJson.Aliases(plan));
        Policies = cloud.Output(PlanJson.Policies(plan));
    }

    /// <summary>By prompt or flow: kind, release, AWS's version, ARN, and the parameter that holds the ARN.</summary>
    [Output("aliases")]
    public Output<ImmutableDictionary<string, object?>> Aliases { get; private set; }

    /// <summary>By prompt or flow: the ARN of the policy that lets an application call it.</summary>
    [Output("policies")]
    public Output<ImmutableDictionary<string, object?>> Policies { get; private set; }
}
