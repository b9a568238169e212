using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Local.Access.Evaluation;
using Infra.Values;

namespace Infra.Tests.Support.Iam;

/// <summary>AWS's own word on which actions exist, what they are done to, and under which conditions.</summary>
internal static partial class ServiceAuthorization
{
    private static readonly ImmutableDictionary<string, Action> Actions = ((string[])
        ["service-authorization-reference.json", "further-actions.json"]).SelectMany(Read).ToImmutableDictionary();

    /// <summary>What is wrong with the statements of a policy.</summary>
    public static IEnumerable<string> Violations(Value policy) =>
        from statement in ((Value.List)((Value.Map)policy)["Statement"]!).Items.Cast<Value.Map>()
        from violation in Violations(statement)
        select $"{((Value.Text)statement["Sid"]!).Content}: {violation}";

    private static IEnumerable<string> Violations(Value.Map statement)
    {
        foreach (var name in Texts(statement["Action"]))
        {
            if (!Actions.TryGetValue(name, out var action))
            {
                yield return $"there is no action {name}";
                continue;
            }

            foreach (var resource in Texts(statement["Resource"]).Where(resource => !action.IsDoneTo(resource)))
            {
                yield return $"{name} is not done to {resource}";
            }

            foreach (var key in Keys(statement).Where(key => !action.Knows(key)))
            {
                yield return $"{name} does not know the condition {key}";
            }
        }
    }

    private static IEnumerable<string> Keys(Value.Map statement) =>
        (statement["Condition"] as Value.Map)?.Entries.Values.SelectMany(keys => ((Value.Map)keys).Entries.Keys) ?? [];

    private static ImmutableArray<string> Texts(Value? value) => Conditions.Texts(value);

    private static IEnumerable<KeyValuePair<string, Action>> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "Data", "Iam", file)));
        foreach (var service in document.RootElement.GetProperty("services").EnumerateObject())
        {
            foreach (var action in service.Value.GetProperty("actions").EnumerateObject())
            {
                var types = List(action.Value, "resourceTypes")
                    .Select(service.Value.GetProperty("resourceTypes").GetProperty)
                    .ToArray();
                var keys = types.Prepend(action.Value).SelectMany(element => List(element, "conditionKeys"));
                yield return new($"{service.Name}:{action.Name}", new(
                    [.. types.Select(type => Template(type.GetProperty("arn").GetString()!))],
                    [.. keys.Select(Template)]));
            }
        }
    }

    private static IEnumerable<string> List(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);

    /// <summary>What has the form of <c>arn:${Partition}:ssm:${Region}:${Account}:parameter/${Name}</c>.</summary>
    private static Regex Template(string template) => new(
        $"^{string.Concat(Parts().Split(template).Select(part => part switch
        {
            "${Partition}" or "${Region}" or "${Account}" => "[^:]*",
            ['$', '{', ..] => ".+",
            _ => Regex.Escape(part),
        }))}$",
        RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(\$\{\w+\})")]
    private static partial Regex Parts();

    private sealed record Action(ImmutableArray<Regex> Resources, ImmutableArray<Regex> ConditionKeys)
    {
        /// <summary>Keys that every service knows.</summary>
        private static readonly ImmutableHashSet<string> Global = ["aws:ResourceAccount", "aws:CalledViaLast"];

        public bool IsDoneTo(string resource) =>
            Resources.IsEmpty ? resource == "*" : Resources.Any(type => type.IsMatch(resource));

        public bool Knows(string key) => Global.Contains(key) || ConditionKeys.Any(known => known.IsMatch(key));
    }
}
