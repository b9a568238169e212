using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>A model that a project uses.</summary>
/// <param name="Name">The id or ARN as the files write it.</param>
/// <param name="Known">The known facts; null for none.</param>
/// <param name="Price">The price; null when unknown.</param>
/// <param name="Users">Where it is used.</param>
public sealed record ModelInUse(string Name, Model? Known, Price? Price, ImmutableArray<ModelUser> Users)
{
    /// <summary>The models of a project, or of one of its stacks, in ordinal order.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack; null for all stacks and the working files that none of them serves.</param>
    public static ImmutableArray<ModelInUse> In(Project project, string? stack)
    {
        var served = project.Stacks.Values
            .Where(settings => stack is null || settings.Stack == stack)
            .SelectMany(settings => Served(project, settings))
            .ToArray();
        var drafts = served.Where(entry => entry.User.Release is null)
            .Select(entry => entry.User.Owner)
            .ToHashSet(StringComparer.Ordinal);
        var idle =
            from definition in stack is null ? project.Catalog.Definitions.Values : []
            where !drafts.Contains(definition.Name)
            from model in NamedModel.Of(definition)
            select (
                Model: model.Model.Value,
                User: new ModelUser(model.Owner, Stack: null, Release: null, IsLive: false, Region: null),
                Catalog: ModelCatalog.Known);
        return
        [
            .. served.Concat(idle)
                .GroupBy(entry => entry.Model, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new ModelInUse(
                    same.Key,
                    same.First().Catalog.Of(same.Key),
                    same.First().Catalog.Price(same.Key),
                    [.. same.Select(entry => entry.User).Distinct()])),
        ];
    }

    /// <summary>The phase that it is in on a day where it is called; of several regions, the worst.</summary>
    public Phase? On(DateOnly day) => Known is null || ModelName.Of(Name).Kind is ModelKind.Custom or ModelKind.Other
        ? null
        : Users.Select(user => Known.Lifecycle.On(day, user.Region))
            .MaxBy(phase => phase switch
            {
                Phase.Ended => 3,
                Phase.Ending => 2,
                Phase.Legacy => 1,
                Phase.Active => 0,
                _ => throw new UnreachableException(),
            });

    private static IEnumerable<(string Model, ModelUser User, ModelCatalog Catalog)> Served(
        Project project, StackSettings settings)
    {
        var report = new List<Diagnostic>();
        var (prompts, flows, _) = Deployments.Of(project, settings, report);
        return NamedModel.Of(prompts, flows).Select(served => (
            served.Model.Value,
            new ModelUser(served.Owner, settings.Stack, served.Release, served.IsLive, settings.Region),
            settings.Models));
    }
}

/// <summary>A use of a model.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Stack">The stack that serves it; null for a working file that none serves.</param>
/// <param name="Release">The release; null for a working file.</param>
/// <param name="IsLive">Whether it is what callers get.</param>
/// <param name="Region">The region that it is called in; null if not stated.</param>
public sealed record ModelUser(string Owner, string? Stack, int? Release, bool IsLive, string? Region)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Stack is null ? $"{Owner} (working file)"
        : Release is not { } number ? $"{Owner} ({Stack}: working file)"
        : $"{Owner} ({Stack}: release {number}{(IsLive ? "" : ", kept")})";
}
