namespace Infra.Smoke.Judging;

/// <summary>
/// Combines findings, some of which may be unknown (Kleene's logic): a single no decides "and", a single yes decides
/// "or".
/// </summary>
internal static class Connective
{
    /// <summary>Whether all hold; the reason is that of the deciding one.</summary>
    public static Finding All(IEnumerable<Finding> findings) => Decide(findings, decisive: false);

    /// <summary>Whether any holds; the reason is that of the deciding one, or of all.</summary>
    public static Finding Any(IEnumerable<Finding> findings) => Decide(findings, decisive: true);

    private static Finding Decide(IEnumerable<Finding> findings, bool decisive)
    {
        Finding? unknown = null;
        var reasons = new List<string>();
        foreach (var finding in findings)
        {
            if (finding.Holds == decisive)
            {
                return finding;
            }

            if (finding.Holds is null && unknown is null or { IsUnjudged: true })
            {
                unknown = finding;
            }

            reasons.Add(finding.Reason);
        }

        return unknown ?? new(!decisive, string.Join("; ", reasons.Distinct(StringComparer.Ordinal)));
    }
}
