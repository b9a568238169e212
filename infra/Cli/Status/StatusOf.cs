using System.Collections.Immutable;
using Infra.Planning;
using Infra.Releases;
using Infra.Settings;
using Infra.Workspace.Git;

namespace Infra.Cli.Status;

/// <summary>Compares what exists with the plan, and makes one row for each name.</summary>
/// <param name="plan">The plan.</param>
/// <param name="project">The project.</param>
/// <param name="settings">The stack.</param>
/// <param name="world">What exists.</param>
internal sealed class StatusOf(Plan plan, Project project, StackSettings settings, StackWorld world)
{
    private readonly ResourceDifferences _differences = new(world);

    private readonly ILookup<string, DeclaredResource> _owned = plan.Resources.ToLookup(resource => resource.Owner);

    private readonly ILookup<string, ModelInUse> _models = ModelInUse.In(project, settings.Stack)
        .SelectMany(model => model.Users.Where(user => user.IsLive).Select(user => (user.Owner, Model: model)))
        .ToLookup(use => use.Owner, use => use.Model, StringComparer.Ordinal);

    /// <summary>The status of the stack, with dates from git; without them if the history is null.</summary>
    public StackStatus Stack(ProjectHistory? history) => new(
        settings.Stack,
        [.. plan.Aliases.OrderBy(alias => alias.Owner, StringComparer.Ordinal).Select(alias => Name(alias, history))],
        [.. Orphans().OrderBy(orphan => orphan.Name, StringComparer.Ordinal)]);

    private NameStatus Name(DeclaredAlias alias, ProjectHistory? history)
    {
        var arn = world.Parameters.GetValueOrDefault(alias.Parameter);
        var (served, version) = Served(alias, arn);
        return new NameStatus(alias, served, version, arn, [.. Differences(alias, arn)])
        {
            Since = history?.Events.OfType<PastEvent.Moved>()
                .FirstOrDefault(moved => moved.Stack == settings.Stack && moved.Name == alias.Owner
                    && moved.To == (alias.Release is { } release ? new Served.Release(release) : new Served.Draft()))
                ?.Commit.At,
            Experiment = world.Parameters.GetValueOrDefault(AliasParameter.ExperimentPath(alias.Owner, settings)),
            Owner = Definition(alias)?.Owner?.Value,
            Models =
            [
                .. _models[alias.Owner].Select(model => (model.Name, model.Known?.Lifecycle.End)).Distinct(),
            ],
        };
    }

    private Definitions.Definition? Definition(DeclaredAlias alias) =>
        plan.Prompts.FirstOrDefault(prompt => prompt.Name == alias.Owner)?.LiveContent
        ?? (Definitions.Definition?)plan.Flows.FirstOrDefault(flow => flow.Name == alias.Owner)?.Flow;

    /// <summary>What callers get through the existing alias, whatever it should be.</summary>
    private (string Served, string? Version) Served(DeclaredAlias alias, string? arn)
    {
        if (arn is null)
        {
            return ("nothing", null);
        }

        var draft = Draft(alias.Owner);
        if (draft is not null && (arn == draft.Identifier || arn.EndsWith("/TSTALIASID", StringComparison.Ordinal)))
        {
            return ("draft", "DRAFT");
        }

        var versions = world.Versions.GetValueOrDefault(alias.Owner, []);
        var version = alias.Kind is "flow"
            ? FlowAlias(alias.Owner) is { } found && found["Arn"] == arn
                ? versions.FirstOrDefault(version => version["Version"] == Routed(found))
                : null
            : versions.FirstOrDefault(version => version.Identifier == arn);
        return version is null ? ("something else", null)
            : (ReleaseOf(alias.Owner, version) is { } release ? NameStatus.Named(release) : "another version",
                version["Version"]);
    }

    /// <summary>The release of a version: the one in the plan, or else the one in its description.</summary>
    private int? ReleaseOf(string owner, ReadResource version) => _owned[owner]
        .Where(resource => resource.Type is ResourceTypes.PromptVersion or ResourceTypes.FlowVersion
            && world.Resources.GetValueOrDefault(resource.Name)?.Identifier == version.Identifier)
        .Select(resource => StackWorld.ReleaseOf(new("", resource.Properties)))
        .FirstOrDefault() ?? StackWorld.ReleaseOf(version);

    private IEnumerable<string> Differences(DeclaredAlias alias, string? arn)
    {
        if (Draft(alias.Owner) is null)
        {
            return [arn is null ? "it is not deployed" : $"{alias.Kind} {alias.Owner} does not exist, but its alias "
                + "does"];
        }

        return _owned[alias.Owner]
            .Where(resource => resource.Type is not ResourceTypes.Parameter)
            .SelectMany(_differences.Of)
            .Concat(OfParameter(alias, arn));
    }

    private IEnumerable<string> OfParameter(DeclaredAlias alias, string? arn)
    {
        if (arn is null)
        {
            return [$"the parameter {alias.Parameter} does not exist"];
        }

        var declared = _owned[alias.Owner].First(resource => resource.Type is ResourceTypes.Parameter);
        var isKnown = true;
        var wanted = world.Place.Text(declared.Properties["Value"]!, reference =>
        {
            var known = world.Resources.GetValueOrDefault(reference.Resource)?[reference.Attribute];
            isKnown &= known is not null;
            return known ?? "?";
        });
        return isKnown && wanted != arn
            ? [$"the parameter {alias.Parameter} should lead to {wanted}, but leads to {arn}"]
            : [];
    }

    /// <summary>Prompts, flows and aliases with one of the stack's names that no stack of the project
    /// declares.</summary>
    private IEnumerable<Orphan> Orphans()
    {
        var prefix = settings.NamePrefix;
        var ours = project.Stacks.Values
            .SelectMany(stack => project.Catalog.Definitions.Keys
                .Union(project.Releases.ByName.Keys, StringComparer.Ordinal)
                .Where(name => stack.Stack != settings.Stack)
                .Select(name => stack.NamePrefix + name))
            .Concat(plan.Aliases.Select(alias => prefix + alias.Owner))
            .ToHashSet(StringComparer.Ordinal);
        var named =
            from found in world.Named.Where(_ => prefix.Length > 0)
            where found.Key.Type is ResourceTypes.Prompt or ResourceTypes.Flow
            from resource in found
            where found.Key.Name.StartsWith(prefix, StringComparison.Ordinal) && !ours.Contains(found.Key.Name)
            select new Orphan(
                found.Key.Type is ResourceTypes.Flow ? "flow" : "prompt", found.Key.Name, resource.Identifier);
        var known = plan.Aliases
            .SelectMany(alias => new[]
            {
                alias.Parameter, AliasParameter.ExperimentPath(alias.Owner, settings),
            })
            .ToHashSet(StringComparer.Ordinal);
        return named.Concat(world.Parameters.Keys
            .Where(parameter => !known.Contains(parameter))
            .Select(parameter => new Orphan("parameter", parameter, parameter)));
    }

    private ReadResource? Draft(string owner) => _owned[owner]
        .Where(resource => resource.Type is ResourceTypes.Prompt or ResourceTypes.Flow)
        .Select(resource => world.Resources.GetValueOrDefault(resource.Name))
        .FirstOrDefault();

    private ReadResource? FlowAlias(string owner) => _owned[owner]
        .Where(resource => resource.Type is ResourceTypes.FlowAlias)
        .Select(resource => world.Resources.GetValueOrDefault(resource.Name))
        .FirstOrDefault();

    private static string? Routed(ReadResource alias) =>
        alias.Properties["RoutingConfiguration"] is Values.Value.List { Items: [Values.Value.Map route, ..] }
            ? new ReadResource("", route)["FlowVersion"]
            : null;
}
