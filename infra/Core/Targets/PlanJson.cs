using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>Renders a plan as JSON for programs.</summary>
public static class PlanJson
{
    /// <summary>The version of the format; it is raised when programs that read it must change.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes the plan, one resource at a time.</summary>
    public static void Write(Plan plan, TextWriter output) => JsonObjectWriter.Write(output, json =>
    {
        json.Write("aliases", plan.Aliases
            .OrderBy(alias => alias.Owner, StringComparer.Ordinal)
            .Select(alias => (alias.Owner, (Value)Render(alias))));
        json.Write("formatVersion", FormatVersion);
        if (!plan.Profiles.IsEmpty)
        {
            json.Write("measured", ByOwner(plan.Profiles, profile => profile.Owner, profile => Map(
                ("profile", profile.Name), ("model", profile.Model), ("arn", profile.Arn))));
        }

        json.Write("policies", plan.Policies
            .OrderBy(policy => policy.Owner, StringComparer.Ordinal)
            .Select(policy => (policy.Owner, policy.Arn)));
        json.Write("resources", plan.Resources.Select(Render));
        json.Write("stack", plan.Stack);
        if (!plan.Unmeasured.IsEmpty)
        {
            json.Write("unmeasured", ByOwner(plan.Unmeasured, use => use.Owner, use => use.What));
        }
    });

    /// <summary>The aliases that applications look up, by owner; also the stack output <c>aliases</c>.</summary>
    public static Value.Map Aliases(Plan plan) =>
        Map(plan.Aliases.Select(alias => (alias.Owner, (Value?)Render(alias))));

    /// <summary>The ARNs of the callers' policies, by owner; also the stack output <c>policies</c>.</summary>
    public static Value.Map Policies(Plan plan) =>
        Map(plan.Policies.Select(policy => (policy.Owner, (Value?)policy.Arn)));

    private static IEnumerable<(string, Value)> ByOwner<T>(
        IEnumerable<T> items, Func<T, string> owner, Func<T, Value> shown) =>
        items.GroupBy(owner, shown, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, (Value)List(same)));

    private static Value Render(DeclaredResource resource) => Map(
        ("name", resource.Name),
        ("type", resource.Type),
        ("owner", resource.Owner),
        ("because", resource.Because),
        ("properties", resource.Properties),
        ("dependsOn", Texts(resource.DependsOn)),
        ("ignoreChanges", Texts(resource.IgnoreChanges)),
        ("protect", resource.Protect ? true : null));

    private static Value.Map Render(DeclaredAlias alias) => Map(
        ("kind", alias.Kind),
        ("release", alias.Release is { } release ? release : "draft"),
        ("version", alias.Version),
        ("arn", alias.Arn),
        ("parameter", alias.Parameter));

    private static Value.List? Texts(IReadOnlyCollection<string> texts) =>
        texts.Count == 0 ? null : List(texts.Select(text => (Value)text));
}
