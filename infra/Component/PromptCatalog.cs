using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Planning;
using Infra.Targets;
using Pulumi;

namespace BedrockPrompts;

/// <summary>The prompts and flows of a folder as a component: the parent of everything that the plan
/// declares.</summary>
public sealed class PromptCatalog : ComponentResource
{
    /// <summary>The name of the catalog that is not part of its resources' names.</summary>
    /// <value><c>prompts</c>, the catalog of a <see cref="PromptStack"/>.</value>
    public const string DefaultName = PulumiComponents.DefaultCatalog;

    /// <summary>The type, which is part of every URN below the component.</summary>
    /// <remarks>Permanent: another type would replace everything that is deployed.</remarks>
    public const string TypeToken = PulumiComponents.Catalog;

    private readonly ImmutableSortedDictionary<string, CatalogEntry> _entries;

    /// <summary>Reads the definitions and settings, makes the plan, and declares its resources.</summary>
    /// <param name="name">
    /// The catalog's name. Unless it is <see cref="DefaultName"/>, it is also part of the resources' names, in Pulumi
    /// and on AWS.
    /// </param>
    /// <param name="args">Where the definitions and settings come from.</param>
    /// <param name="options">Options such as <c>Providers</c>: the resources use those of their parent.</param>
    /// <exception cref="RunException">There are errors, all of which the message lists. Nothing has been
    /// declared.</exception>
    public PromptCatalog(string name, PromptCatalogArgs? args = null, ComponentResourceOptions? options = null)
        : this(CatalogPlan.Read(name, args ?? new()), name, options)
    {
    }

    /// <summary>The same for an existing plan.</summary>
    internal PromptCatalog(Plan plan, string name, ComponentResourceOptions? options = null)
        : base(TypeToken, name, options)
    {
        var cloud = new CloudResources(plan, new CatalogNames(name), this);
        cloud.RegisterAll();
        Aliases = cloud.Output(PlanJson.Aliases(plan));
        Policies = cloud.Output(PlanJson.Policies(plan));
        _entries = cloud.Entries();
        RegisterOutputs(new Dictionary<string, object?> { ["aliases"] = Aliases, ["policies"] = Policies });
    }

    /// <summary>By prompt or flow: kind, release, version number on AWS, ARN, and the parameter with the ARN.</summary>
    [Output("aliases")]
    public Output<ImmutableDictionary<string, object?>> Aliases { get; private set; }

    /// <summary>By prompt or flow: the ARN of the policy that allows an application to call it.</summary>
    [Output("policies")]
    public Output<ImmutableDictionary<string, object?>> Policies { get; private set; }

    /// <summary>The names that the stack serves, in ordinal order.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>A prompt or flow that the stack serves.</summary>
    /// <param name="name">The <c>&lt;name&gt;</c> of <c>prompts/&lt;name&gt;.yaml</c>.</param>
    /// <exception cref="RunException">The stack does not serve it.</exception>
    public CatalogEntry this[string name] => Find(name);

    private CatalogEntry Find(string name) => _entries.GetValueOrDefault(name) ?? throw new RunException(
        $"The catalog '{GetResourceName()}' does not serve '{name}' in stack "
            + $"{Deployment.Instance.StackName}. " + (_entries.IsEmpty
            ? "It serves nothing: set bedrock-prompts:live or bedrock-prompts:default."
            : DidYouMean.Advice(name, [.. _entries.Keys])));
}
