using Infra.Diagnostics;
using Infra.Planning;
using Infra.Settings;

namespace Infra.Cli.Moving;

/// <summary>Checks that a release was live in another stack before it goes live in a protected one.</summary>
internal static class TrialsElsewhere
{
    /// <summary>A warning for each release that has not been live in any other stack (PRM176).</summary>
    /// <param name="stack">The stack after the move.</param>
    /// <param name="names">The names that moved.</param>
    public static IReadOnlyCollection<Diagnostic> Check(MovingStack stack, IEnumerable<string> names)
    {
        var project = stack.Project.Value!;
        return
        [
            .. from name in stack.Settings.Protect ? names : []
               let moved = (Target.Pinned)stack.Settings.Live[name]
               where !project.Stacks.Values.Any(other =>
                       other.Stack != stack.Settings.Stack && Trials.IsKept(name, moved.Live, project, other))
                   && project.Catalog.Tree.EverLive(name, moved.Live)?.Any(other =>
                       other != stack.Settings.Stack) is not true
               select Problems.NotTriedElsewhere(moved.At, name, moved.Live),
        ];
    }
}
