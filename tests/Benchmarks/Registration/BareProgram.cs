using System.Collections.Immutable;
using BedrockPrompts;
using Infra.Planning;
using Infra.Targets;
using Pulumi;

namespace Infra.Benchmarks.Registration;

/// <summary>A plan written down as a program for the bare SDK.</summary>
internal sealed class BareProgram
{
    private readonly ImmutableArray<(string Kind, string Name)> _owners;
    private readonly ImmutableArray<BareDeclaration> _resources;
    private readonly Dictionary<(string Resource, string Attribute), string> _outputs;
    private readonly Func<BareOutputs, ImmutableDictionary<string, object?>> _aliases;
    private readonly Func<BareOutputs, ImmutableDictionary<string, object?>> _policies;

    public BareProgram(Plan plan)
    {
        _owners = [.. plan.Aliases.Select(alias => (alias.Kind, alias.Owner))];
        _resources = [.. plan.Resources.Select(BareDeclaration.Of)];
        _outputs = plan.Resources
            .SelectMany(resource => Attributes.Select(attribute => (resource, attribute)))
            .ToDictionary(
                pair => (pair.resource.Name, pair.attribute),
                pair => PulumiResource.Of(pair.resource).Output(pair.attribute));
        _aliases = BareInput.Of(PlanJson.Aliases(plan));
        _policies = BareInput.Of(PlanJson.Policies(plan));
    }

    private static IEnumerable<string> Attributes => ["Arn", "PolicyArn", "RoleName", "Version"];

    /// <summary>Registers everything, in the order in which it is written down, and says the stack's outputs.</summary>
    public (Output<ImmutableDictionary<string, object?>> Aliases, Output<ImmutableDictionary<string, object?>> Policies)
        Run()
    {
        var registered = new Dictionary<string, BareResource>(StringComparer.Ordinal);
        var outputs = new BareOutputs(
            reference => registered[reference.Resource].Output(_outputs[(reference.Resource, reference.Attribute)]),
            new StackPlace());
        var catalog = new ComponentResource(PromptCatalog.TypeToken, PromptCatalog.DefaultName);
        var owners = _owners.ToDictionary(
            owner => owner.Name,
            owner => new OwnerComponent(owner.Kind, owner.Name, new() { Parent = catalog }),
            StringComparer.Ordinal);
        foreach (var resource in _resources)
        {
            var options = new CustomResourceOptions
            {
                Parent = owners[resource.Owner],
                DependsOn = resource.DependsOn.Select(Resource (name) => registered[name]).ToArray(),
                Protect = resource.Protect,
                IgnoreChanges = [.. resource.IgnoreChanges],
                ReplaceOnChanges = [.. resource.ReplaceOnChanges],
                DeleteBeforeReplace = false,
                Version = resource.Version,
            };
            registered.Add(resource.Name, new(resource.Type, resource.Name, resource.Inputs(outputs), options));
        }

        foreach (var owner in owners.Values)
        {
            owner.Complete();
        }

        return (Output.Create(_aliases(outputs)), Output.Create(_policies(outputs)));
    }
}
