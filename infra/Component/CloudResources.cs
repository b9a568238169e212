using System.Collections.Immutable;
using Infra.Planning;
using Infra.Targets;
using Infra.Values;
using Pulumi;
using Pulumi.Utilities;

namespace BedrockPrompts;

/// <summary>Registers a plan's resources with Pulumi, each after those it depends on.</summary>
internal sealed class CloudResources
{
    private readonly Dictionary<string, (DeclaredResource Declared, PulumiResource Target)> _plan;
    private readonly Dictionary<string, OwnerComponent> _owners;
    private readonly Dictionary<string, CloudResource> _registered = new(StringComparer.Ordinal);
    private readonly Dictionary<Value.Ref, Output<string>> _attributes = [];
    private readonly Dictionary<string, Output<bool>> _checks = new(StringComparer.Ordinal);
    private readonly PulumiValues _values;
    private readonly Plan _declared;
    private readonly CatalogNames _names;
    private readonly Resource _catalog;

    public CloudResources(Plan plan, CatalogNames names, Resource parent)
    {
        (_declared, _names, _catalog) = (plan, names, parent);
        _plan = plan.Resources.ToDictionary(
            resource => resource.Name, resource => (resource, PulumiResource.Of(resource)), StringComparer.Ordinal);
        _owners = plan.Aliases.ToDictionary(
            alias => alias.Owner,
            alias => new OwnerComponent(alias.Kind, names.InPulumi(alias.Owner), new() { Parent = parent }),
            StringComparer.Ordinal);
        _values = new PulumiValues(Attribute, parent);
    }

    /// <summary>Registers all of them and checks their postconditions.</summary>
    public void RegisterAll()
    {
        foreach (var name in _plan.Keys)
        {
            Get(name);
            Check(name);
        }

        PreviewedCuts.Check(_declared, _registered);
        foreach (var owner in _owners.Values)
        {
            owner.Complete();
        }
    }

    /// <summary>A value as a stack output.</summary>
    public Output<ImmutableDictionary<string, object?>> Output(Value.Map value) =>
        Pulumi.Output.Create(_values.Entries(value));

    /// <summary>What applications need of each prompt or flow; a resource that uses it is created after it.</summary>
    public ImmutableSortedDictionary<string, CatalogEntry> Entries()
    {
        var parameters = _declared.Resources
            .Where(resource => resource.Type is ResourceTypes.Parameter)
            .ToDictionary(resource => resource.Properties["Name"]!, resource => resource.Name);
        var policies = _declared.Policies.ToDictionary(policy => policy.Owner, StringComparer.Ordinal);
        return _declared.Aliases.ToImmutableSortedDictionary(
            alias => alias.Owner,
            alias => new CatalogEntry(
                OutputUtilities.WithDependency(
                    Pulumi.Output.Create(alias.Parameter), Get(parameters[alias.Parameter])),
                _values.Text(policies[alias.Owner].Arn)),
            StringComparer.Ordinal);
    }

    private CloudResource Get(string name)
    {
        if (!_registered.TryGetValue(name, out var resource))
        {
            var (declared, target) = _plan[name];
            var (inputs, options) = (_values.Entries(target.Inputs), Options(declared, target));
            resource = declared.Postcondition is null
                ? new CloudResource(target.Token, _names.InPulumi(name), inputs, options)
                : new CheckedResource(target.Token, _names.InPulumi(name), inputs, options);
            _registered.Add(name, resource);
        }

        return resource;
    }

    /// <summary>An attribute, which becomes available after the check: an alias must not lead to the wrong
    /// content.</summary>
    private Output<string> Attribute(Value.Ref reference)
    {
        if (!_attributes.TryGetValue(reference, out var attribute))
        {
            var (name, target) = (reference.Resource, _plan[reference.Resource].Target);
            var answer = Get(name).Text(target.Output(reference.Attribute));
            attribute = Check(name) is { } check ? PostconditionCheck.After(check, answer) : answer;
            _attributes.Add(reference, attribute);
        }

        return attribute;
    }

    private Output<bool>? Check(string name)
    {
        var (declared, target) = _plan[name];
        if (declared.Postcondition is not { } condition)
        {
            return null;
        }

        if (!_checks.TryGetValue(name, out var check))
        {
            var resource = (CheckedResource)Get(name);
            check = PostconditionCheck.Of(
                condition,
                resource.Content(target.Output(condition.Attribute)),
                condition.Profile is { } profile ? Attribute(profile) : null);
            _checks.Add(name, check);
        }

        return check;
    }

    private CustomResourceOptions Options(DeclaredResource declared, PulumiResource target) => new()
    {
        Parent = _owners.TryGetValue(declared.Owner, out var owner) ? owner : _catalog,
        DependsOn = declared.DependsOn.Select(Resource (name) => Get(name)).ToArray(),
        Protect = declared.Protect,
        IgnoreChanges = [.. target.IgnoreChanges],
        ReplaceOnChanges = [.. target.ReplaceOnChanges],
        // aws-native always asks for the opposite, which would leave callers without a version in between.
        DeleteBeforeReplace = false,
        Version = ProviderVersions.Of(target.Package),
    };
}
