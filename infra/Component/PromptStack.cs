using System.Collections.Immutable;
using Infra.Planning;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A stack with one catalog: the prompts and flows of the project.</summary>
public class PromptStack : Pulumi.Stack
{
    /// <summary>Reads the project, makes the stack's plan, and declares its resources.</summary>
    /// <exception cref="RunException">There are errors, all of which the message lists.</exception>
    public PromptStack() : this(() => CatalogPlan.Read(PromptCatalog.DefaultName, new()))
    {
    }

    /// <summary>The same for a plan from elsewhere, as in tests.</summary>
    internal PromptStack(Func<Plan> plan, StackOptions? options = null) : base(options)
    {
        var catalog = new PromptCatalog(plan(), PromptCatalog.DefaultName);
        Aliases = catalog.Aliases;
        Policies = catalog.Policies;
    }

    /// <summary>By prompt or flow: kind, release, version number on AWS, ARN, and the parameter with the ARN.</summary>
    [Output("aliases")]
    public Output<ImmutableDictionary<string, object?>> Aliases { get; private set; }

    /// <summary>By prompt or flow: the ARN of the policy that allows an application to call it.</summary>
    [Output("policies")]
    public Output<ImmutableDictionary<string, object?>> Policies { get; private set; }
}
