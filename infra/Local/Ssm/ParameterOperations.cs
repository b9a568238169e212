using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>The operations of SSM that write, read and delete parameters.</summary>
internal static class ParameterOperations
{
    /// <summary>The most values of a parameter that are kept.</summary>
    /// <remarks>Source: AWS General Reference, Systems Manager quotas.</remarks>
    private const int KeptValues = 100;

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["PutParameter"] = new Handler.Changes(Put),
        ["GetParameter"] = new Handler.Reads(Get),
        ["GetParameters"] = new Handler.Reads(GetMany),
        ["DeleteParameter"] = new Handler.Changes(Delete),
        ["DeleteParameters"] = new Handler.Changes(DeleteMany),
    }.ToImmutableDictionary();

    private static Transition Put(World world, Call call)
    {
        var name = Arn.ParameterOf(call.Required("Name"), call.Region);
        var old = world.Find<ParameterRow>(call.Region, ParameterRow.IdOf(name));
        if ((ParameterRules.Broken(name, call, old) ?? (old is null ? null : TooManyVersions(old))) is { } fault)
        {
            return new(world, fault);
        }

        var version = (old?.Last ?? 0) + 1;
        var values = (old?.Values ?? ImmutableSortedDictionary<long, ParameterValue>.Empty)
            .Remove(version - KeptValues)
            .Add(version, new(call.Required("Value"), call.Now));
        var parameter = new ParameterRow
        {
            Region = call.Region,
            Id = ParameterRow.IdOf(name),
            Spelling = old is not null ? old.Spelling : ParameterRow.IdOf(name) == name ? null : name,
            Type = call["Type"] ?? old!.Type,
            Values = values,
            Tier = call["Tier"] is null or "Intelligent-Tiering" ? old?.Tier ?? "Standard" : call.Required("Tier"),
            DataType = call["DataType"] ?? old?.DataType ?? "text",
            Description = call["Description"] ?? old?.Description,
            AllowedPattern = call["AllowedPattern"] ?? old?.AllowedPattern,
        };
        return new(
            world.Put(parameter)
                .Tagged(call.Region, Arn.Parameter(call.Region, name), Tags.List(call.Input["Tags"])),
            new JsonObject { ["Version"] = version, ["Tier"] = parameter.Tier });
    }

    private static Reply Get(World world, Call call)
    {
        var selector = call.Required("Name");
        return ParameterView.Selected(world, call, selector) is { } view ? new JsonObject { ["Parameter"] = view }
            : ParameterView.Find(world, call.Region, selector).Parameter is not null
                ? new Fault("ParameterVersionNotFound", $"Systems Manager could not find version of {selector}.")
                : ParameterRules.NotFound;
    }

    private static Reply GetMany(World world, Call call)
    {
        var names = Names(call);
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            return Fault.Validation("Duplicate names were specified. Specify every name once.");
        }

        var found = names.Select(name => ParameterView.Selected(world, call, name)).ToList();
        return new JsonObject
        {
            ["Parameters"] = new JsonArray([.. found.OfType<JsonObject>()]),
            ["InvalidParameters"] = Listed(names.Where((_, index) => found[index] is null)),
        };
    }

    private static Transition Delete(World world, Call call) => Without(world, call, call.Required("Name")) is { } next
        ? new(next, new JsonObject())
        : new(world, ParameterRules.NotFound);

    private static Transition DeleteMany(World world, Call call)
    {
        var (next, deleted, missing) = (world, new List<string>(), new List<string>());
        foreach (var name in Names(call))
        {
            var without = Without(next, call, name);
            (without is null ? missing : deleted).Add(name);
            next = without ?? next;
        }

        return new(next, new JsonObject
        {
            ["DeletedParameters"] = Listed(deleted),
            ["InvalidParameters"] = Listed(missing),
        });
    }

    private static World? Without(World world, Call call, string name) =>
        ParameterView.Named(world, call.Region, name) is { } parameter
            ? world.Remove(parameter).Untagged(call.Region, [Arn.Parameter(call.Region, parameter.Id)])
            : null;

    private static Fault? TooManyVersions(ParameterRow parameter) =>
        parameter.Values.TryGetValue(parameter.Last + 1 - KeptValues, out var oldest) && !oldest.Labels.IsEmpty
            ? new(
                "ParameterMaxVersionLimitExceeded",
                $"You attempted to create a new version of {parameter.Spelled} by calling the PutParameter API. "
                + $"Version {parameter.Last + 1 - KeptValues}, the oldest version, can't be deleted because it has a "
                + "label associated with it. Move the label to another version of the parameter, and try again.")
            : null;

    private static List<string> Names(Call call) =>
        [.. call.Input["Names"]!.AsArray().Select(name => name!.GetValue<string>())];

    private static JsonArray Listed(IEnumerable<string> names) => [.. names.Select(name => (JsonNode?)name)];
}
