using System.Globalization;
using Infra.Changes;
using Infra.Spelling;

namespace Infra.Targets;

/// <summary>Renders changes for people at a terminal.</summary>
public static class PlanChangesText
{
    /// <summary>Writes the changes, grouped by prompt and flow.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="revision">The revision that they start from, as the user gave it.</param>
    /// <param name="output">The writer.</param>
    public static void Write(PlanChanges changes, string revision, TextWriter output)
    {
        output.WriteLine(TerminalText.Line($"Stack {changes.Stack} since {revision}: {Counts(changes)}."));
        foreach (var group in Groups(changes))
        {
            output.WriteLine();
            output.WriteLine(TerminalText.Line(Title(changes, group.Key, group.Value.Served)));
            var types = group.Value.Resources.Select(change => change.Resource.Type.Length).DefaultIfEmpty().Max();
            foreach (var change in group.Value.Resources)
            {
                var (type, name) = (change.Resource.Type.PadRight(types), TerminalText.Line(change.Resource.Name));
                output.WriteLine($"  {Mark(change.Kind)} {type}  {name}  {TerminalText.Line(Reason(change))}");
            }

            foreach (var line in (group.Value.Served?.Content ?? []).SelectMany(ChangeText.Lines))
            {
                output.WriteLine($"    {line}".TrimEnd());
            }

            foreach (var line in Experiments(changes, group.Key))
            {
                output.WriteLine($"    {TerminalText.Line(line)}");
            }

            if (Cost(changes, group.Key) is { } cost)
            {
                output.WriteLine($"    {cost}");
            }
        }

        if (!changes.Widened.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine("Access widens; what is new may take seconds to work everywhere");
            foreach (var policy in changes.Widened)
            {
                output.WriteLine($"  {TerminalText.Line(policy.Name)}");
                foreach (var grant in policy.Grants)
                {
                    output.WriteLine($"    + {TerminalText.Line(grant)}");
                }
            }
        }
    }

    /// <summary>The new cost of a prompt's calls; null where it does not change.</summary>
    internal static string? Cost(PlanChanges changes, string owner) =>
        changes.Costs.FirstOrDefault(change => change.Owner == owner) is { } cost ? $"1,000 calls: {cost}" : null;

    /// <summary>The effects on units of an owner's experiment.</summary>
    internal static IEnumerable<string> Experiments(PlanChanges changes, string owner) =>
        changes.Experiments.Where(change => change.Owner == owner).Select(change => change.What);

    /// <summary>The number of affected resources, in words.</summary>
    public static string Counts(PlanChanges changes)
    {
        var kinds = changes.Resources
            .CountBy(change => change.Kind)
            .OrderBy(kind => kind.Key)
            .Select(kind => string.Create(
                CultureInfo.InvariantCulture, $"{kind.Value} to {kind.Key.ToString().ToLowerInvariant()}"));
        return changes.IsEmpty ? "no changes" : string.Join(", ", kinds);
    }

    /// <summary>The changes by owner, in ordinal order.</summary>
    internal static SortedDictionary<string, (ServedChange? Served, List<ResourceChange> Resources)> Groups(
        PlanChanges changes)
    {
        var groups = new SortedDictionary<string, (ServedChange? Served, List<ResourceChange> Resources)>(
            StringComparer.Ordinal);
        foreach (var served in changes.Served)
        {
            groups[served.Owner] = (served, []);
        }

        foreach (var change in changes.Resources)
        {
            groups.TryAdd(change.Resource.Owner, (null, []));
            groups[change.Resource.Owner].Resources.Add(change);
        }

        return groups;
    }

    /// <summary>The owner, and the change of what its callers get.</summary>
    internal static string Title(PlanChanges changes, string owner, ServedChange? served) => served switch
    {
        null when Experiments(changes, owner).Any() => $"{owner}: callers outside the experiment see no change",
        null => $"{owner}: callers see no change",
        { From: null } => $"{owner}: {served.To} is new",
        { To: null } => $"{owner}: {served.From} goes away",
        _ when served.From == served.To => $"{owner}: {served.To} changes",
        _ => $"{owner}: {served.From} -> {served.To}",
    };

    /// <summary>The sign of a change, as in Pulumi's output.</summary>
    internal static string Mark(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "+ ",
        ChangeKind.Update => "~ ",
        ChangeKind.Replace => "+-",
        ChangeKind.Delete => "- ",
    };

    /// <summary>What differs, or why the resource is created or deleted.</summary>
    internal static string Reason(ResourceChange change) => change.Kind switch
    {
        ChangeKind.Create => change.Resource.Because,
        ChangeKind.Delete => "no longer declared",
        ChangeKind.Update or ChangeKind.Replace => string.Join(", ", change.Properties),
    };
}
