using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>The operations of SSM on the versions of a parameter and their labels.</summary>
internal static partial class ParameterVersions
{
    private const int LabelsPerVersion = 10;

    private static readonly Page History = Page.Capital("Parameters", 50, "InvalidNextToken");

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["GetParameterHistory"] = new Handler.Reads(Told),
        ["LabelParameterVersion"] = new Handler.Changes(Label),
        ["UnlabelParameterVersion"] = new Handler.Changes(Unlabel),
    }.ToImmutableDictionary();

    private static Reply Told(World world, Call call) =>
        ParameterView.Named(world, call.Region, call.Required("Name")) is { } parameter
            ? History.Of(
                call,
                [.. parameter.Values.Keys.Select(version => (
                    version.ToString("D19", CultureInfo.InvariantCulture),
                    ParameterView.Shown(parameter, version, call)))])
            : ParameterRules.NotFound;

    private static Transition Label(World world, Call call)
    {
        var (parameter, version, fault) = Find(world, call);
        if (fault is not null)
        {
            return new(world, fault);
        }

        var (valid, invalid) = (Labels(call).Where(IsLabel).ToList(), Labels(call).Where(label => !IsLabel(label)));
        var labelled = parameter!.Values[version].Labels.Union(valid);
        if (labelled.Count > LabelsPerVersion)
        {
            return new(world, new Fault(
                "ParameterVersionLabelLimitExceeded",
                "An error occurred (ParameterVersionLabelLimitExceeded) when calling the LabelParameterVersion "
                + $"operation: A parameter version can have maximum {LabelsPerVersion} labels."
                + "Move one or more labels to another version and try again."));
        }

        // A label of another version is moved.
        var values = parameter.Values
            .ToImmutableSortedDictionary(value => value.Key, value => Without(value.Value, valid))
            .SetItem(version, parameter.Values[version] with { Labels = labelled });
        return new(world.Put(parameter with { Values = values }), new JsonObject
        {
            ["InvalidLabels"] = Listed(invalid),
            ["ParameterVersion"] = version,
        });
    }

    private static Transition Unlabel(World world, Call call)
    {
        var (parameter, version, fault) = Find(world, call);
        if (fault is not null)
        {
            return new(world, fault);
        }

        var value = parameter!.Values[version];
        var removed = Labels(call).Where(value.Labels.Contains).ToList();
        var values = parameter.Values.SetItem(version, Without(value, removed));
        return new(world.Put(parameter with { Values = values }), new JsonObject
        {
            ["RemovedLabels"] = Listed(removed),
            ["InvalidLabels"] = Listed(Labels(call).Except(removed, StringComparer.Ordinal)),
        });
    }

    private static (ParameterRow? Parameter, long Version, Fault? Fault) Find(World world, Call call)
    {
        var name = call.Required("Name");
        if (ParameterView.Named(world, call.Region, name) is not { } parameter)
        {
            return (null, 0, ParameterRules.NotFound);
        }

        var version = call.Input["ParameterVersion"]?.GetValue<long>() ?? parameter.Last;
        return parameter.Values.ContainsKey(version)
            ? (parameter, version, null)
            : (null, 0, new Fault(
                "ParameterVersionNotFound",
                $"Systems Manager could not find version {version} of {name}. Verify the version and try again."));
    }

    private static ParameterValue Without(ParameterValue value, IEnumerable<string> labels) =>
        value with { Labels = value.Labels.Except(labels) };

    private static IEnumerable<string> Labels(Call call) =>
        call.Input["Labels"]!.AsArray().Select(label => label!.GetValue<string>());

    private static bool IsLabel(string label) =>
        LabelCharacters().IsMatch(label)
        && !label.StartsWith("aws", StringComparison.OrdinalIgnoreCase)
        && !label.StartsWith("ssm", StringComparison.OrdinalIgnoreCase);

    private static JsonArray Listed(IEnumerable<string> labels) => [.. labels.Select(label => (JsonNode?)label)];

    /// <summary>Source: API reference of LabelParameterVersion, read 2026-11-27.</summary>
    [GeneratedRegex(@"\A[a-zA-Z_.\-][a-zA-Z0-9_.\-]*\z")]
    private static partial Regex LabelCharacters();
}
