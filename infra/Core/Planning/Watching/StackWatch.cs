using System.Collections.Immutable;
using Infra.Settings;

namespace Infra.Planning.Watching;

/// <summary>The resources that watch a stack as a whole.</summary>
internal static class StackWatch
{
    /// <summary>All resources, in the order in which they are created; none if the stack watches nothing.</summary>
    /// <param name="prompts">The prompts of the stack.</param>
    /// <param name="flows">The flows of the stack.</param>
    /// <param name="watched">All prompts and flows, as they are watched.</param>
    /// <param name="settings">The stack.</param>
    public static IEnumerable<DeclaredResource> Of(
        ImmutableArray<PromptDeployment> prompts,
        ImmutableArray<FlowDeployment> flows,
        ImmutableArray<Watched> watched,
        StackSettings settings) => settings.Watch is null ? [] :
        [
            .. watched.Select(WatchedModels.Of)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(model => WatchAlarms.OfModel(model, settings)),
            .. WatchDashboards.Of(prompts, flows, settings),
            .. WatchQueries.Of(settings),
            .. watched.Any(one => WatchReaction.IsOf(one, settings)) ? WatchReaction.OfStack(settings) : [],
        ];
}
