using System.Collections.Immutable;
using Infra.Planning;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A stack with one catalog: the prompts and flows of the project.</summary>
public class PromptStack : Pulumi.Stack
{
    /// <summary>Reads the project, plans the stack, and declares the plan.</summary>
    /// <exception cref="RunException">Something is wrong: the message lists everything.</exception>
    public PromptStack() : this(() => CatalogPlan.Read(PromptCatalog.DefaultName, new()))
    {
    }

    /// <summary>The same for a plan from elsewhere, or under the eyes of a test.</summary>
    internal PromptStack(Func<Plan> plan, StackOptions? options = null) : base(options)
    {
        var catalog = new PromptCatalog(plan(), PromptCatalog.DefaultName);
        Aliases = catalog.Aliases;
        Policies = catalog.Policies;
    }

    /// <summary>By prompt or flow: kind, release, AWS's version, ARN, and the parameter that holds the ARN.</summary>
    [Output("aliases")]
    public Output<ImmutableDictionary<string, object?>> Aliases { get; private set; }

    /// <summary>By prompt or flow: the ARN of the policy that lets an application call it.</summary>
    [Output("policies")]
    public Output<ImmutableDictionary<string, object?>> Policies { get; private set; }
}
