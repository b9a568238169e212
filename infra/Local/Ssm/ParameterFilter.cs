using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>A filter of a list of parameters; a parameter is listed if all filters match.</summary>
/// <remarks>Source: API reference of ParameterStringFilter, read 2026-11-27.</remarks>
/// <param name="Key">The part of a parameter to compare.</param>
/// <param name="Option">The kind of comparison.</param>
/// <param name="Values">The values, one of which must match.</param>
internal sealed record ParameterFilter(string Key, string Option, IReadOnlyList<string> Values)
{
    private const string Tag = "tag:";

    /// <summary>The filters of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="keys">The keys that the operation accepts; <c>tag:</c> means all keys with this
    /// prefix.</param>
    public static (IReadOnlyList<ParameterFilter>? Filters, Fault? Fault) Read(Call call, params string[] keys)
    {
        var filters = Given(call).ToList();
        return filters.Select(filter => filter.Broken(keys)).OfType<Fault>().FirstOrDefault() is { } fault
            ? (null, fault)
            : (filters, null);
    }

    /// <summary>Whether a parameter matches.</summary>
    public bool Holds(ParameterRow parameter, World world) => Key switch
    {
        "Name" => Values.Any(value => Compared(parameter, value)),
        "Path" => Values.Any(value => Below(parameter, value)),
        "Type" => Values.Contains(parameter.Type),
        "Tier" => Values.Contains(parameter.Tier),
        "DataType" => Values.Contains(parameter.DataType),
        "KeyId" => parameter.Type is "SecureString" && Values.Contains("alias/aws/ssm"),
        "Label" => Labelled(parameter) is not null,
        _ => world.TagsOf(parameter.Region, Arn.Parameter(parameter.Region, parameter.Id))
            .TryGetValue(Key[Tag.Length..], out var value) && (Values.Count is 0 || Values.Contains(value)),
    };

    /// <summary>The version with one of the labels; of several, the latest.</summary>
    public long? Labelled(ParameterRow parameter) => parameter.Values.Reverse()
        .Where(version => version.Value.Labels.Overlaps(Values))
        .Select(version => (long?)version.Key)
        .FirstOrDefault();

    private static IEnumerable<ParameterFilter> Given(Call call) =>
        from list in new[] { call.Input["ParameterFilters"], call.Input["Filters"] }
        from filter in list as JsonArray ?? []
        let key = filter[nameof(Key)]!.GetValue<string>()
        let values = (filter[nameof(Values)] as JsonArray ?? []).Select(value => value!.GetValue<string>())
        select new ParameterFilter(
            key, filter[nameof(Option)]?.GetValue<string>() ?? (key is "Path" ? "OneLevel" : "Equals"), [.. values]);

    private Fault? Broken(string[] keys)
    {
        var isTag = Key.StartsWith(Tag, StringComparison.Ordinal);
        string[] options = Key is "Name" ? ["Equals", "BeginsWith", "Contains"]
            : Key is "Path" ? ["OneLevel", "Recursive"]
            : ["Equals"];
        return !keys.Contains(isTag ? Tag : Key)
                ? new("InvalidFilterKey", $"The following filter key is not valid: {Key}. Valid filter keys include: "
                    + $"[{string.Join(", ", keys)}].")
            : !options.Contains(Option)
                ? new("InvalidFilterOption", $"The following filter option is not valid: {Option}. Valid options "
                    + $"include: [{string.Join(", ", options)}].")
            : Values.Count is 0 && !isTag
                ? new("InvalidFilterValue", $"The following filter values are missing : null for filter key {Key}")
            : null;
    }

    private bool Compared(ParameterRow parameter, string value)
    {
        var name = parameter.Spelled;
        return Option switch
        {
            "Equals" => parameter.Id == ParameterRow.IdOf(value),
            "BeginsWith" => name.StartsWith(value, StringComparison.Ordinal),
            _ => name.Contains(value, StringComparison.Ordinal),
        };
    }

    private bool Below(ParameterRow parameter, string path)
    {
        var folder = path.TrimEnd('/') + "/";
        return parameter.Order.StartsWith(folder, StringComparison.Ordinal)
            && (Option is "Recursive" || parameter.Order.IndexOf('/', folder.Length) < 0);
    }
}
