using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>The operations of ssm on parameters.</summary>
internal static class ParameterOperations
{
    /// <summary>Values of one parameter that are kept.</summary>
    /// <remarks>AWS General Reference, Systems Manager quotas.</remarks>
    private const int KeptValues = 100;

    private static readonly Page.Names Paging = new("MaxResults", "NextToken", "InvalidNextToken");

    /// <summary>By name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["PutParameter"] = new Handler.Changes(Put),
        ["GetParameter"] = new Handler.Reads(Get),
        ["GetParameters"] = new Handler.Reads(GetMany),
        ["GetParametersByPath"] = new Handler.Reads(GetByPath),
        ["DeleteParameter"] = new Handler.Changes(Delete),
        ["AddTagsToResource"] = new Handler.Changes(Tag),
        ["ListTagsForResource"] = new Handler.Reads(ListTags),
    }.ToImmutableDictionary();

    private static Transition Put(World world, Call call)
    {
        var name = call.Required("Name");
        var old = world.Find<Parameter>(call.Region, name);
        if (ParameterRules.Broken(call, old) is { } fault)
        {
            return new(world, fault);
        }

        var version = (old is null ? 0 : old.Values.Keys.Last()) + 1;
        var values = (old?.Values ?? ImmutableSortedDictionary<long, ParameterValue>.Empty)
            .Remove(version - KeptValues)
            .Add(version, new(call.Required("Value"), call.Now));
        var parameter = new Parameter
        {
            Region = call.Region,
            Id = name,
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
        return View(world, call, selector) is { } view ? new JsonObject { ["Parameter"] = view }
            : Selected(world, call.Region, selector) is { Parameter: not null }
                ? new Fault("ParameterVersionNotFound", $"Systems Manager could not find version of {selector}.")
                : NotFound;
    }

    private static Reply GetMany(World world, Call call)
    {
        var names = call.Input["Names"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            return Fault.Validation("Duplicate names were specified. Specify every name once.");
        }

        var found = names.Select(name => View(world, call, name)).ToList();
        return new JsonObject
        {
            ["Parameters"] = new JsonArray([.. found.OfType<JsonObject>()]),
            ["InvalidParameters"] = new JsonArray(
                [.. names.Where((_, index) => found[index] is null).Select(name => (JsonNode?)name)]),
        };
    }

    private static Reply GetByPath(World world, Call call)
    {
        var path = call.Required("Path").TrimEnd('/') + "/";
        var found = world.All<Parameter>(call.Region)
            .Where(parameter => parameter.Id.StartsWith(path, StringComparison.Ordinal)
                && (call.Flag("Recursive") || !parameter.Id[path.Length..].Contains('/', StringComparison.Ordinal)))
            .OrderBy(parameter => parameter.Id, StringComparer.Ordinal)
            .Select(parameter => View(world, call, parameter.Id)!);
        return Page.Of(call, "Parameters", [.. found], 10, Paging);
    }

    private static Transition Delete(World world, Call call) =>
        world.Find<Parameter>(call.Region, call.Required("Name")) is { } parameter
            ? new(
                world.Remove(parameter).Untagged(call.Region, [Arn.Parameter(call.Region, parameter.Id)]),
                new JsonObject())
            : new(world, NotFound);

    private static Transition Tag(World world, Call call) => Tagged(world, call) is { } arn
        ? new(world.Tagged(call.Region, arn, Tags.List(call.Input["Tags"])), new JsonObject())
        : new(world, InvalidResource);

    private static Reply ListTags(World world, Call call) => Tagged(world, call) is { } arn
        ? new JsonObject { ["TagList"] = Tags.Listed(world.TagsOf(call.Region, arn)) }
        : InvalidResource;

    private static string? Tagged(World world, Call call) =>
        call["ResourceType"] is "Parameter"
        && world.Find<Parameter>(call.Region, call.Required("ResourceId")) is { } found
            ? Arn.Parameter(call.Region, found.Id)
            : null;

    private static JsonObject? View(World world, Call call, string selector)
    {
        if (Selected(world, call.Region, selector) is not ({ } parameter, { } version)
            || !parameter.Values.TryGetValue(version, out var value))
        {
            return null;
        }

        var isSealed = parameter.Type is "SecureString" && !call.Flag("WithDecryption");
        return new JsonObject
        {
            ["Name"] = parameter.Id,
            ["Type"] = parameter.Type,
            ["Value"] = isSealed ? Sealed(value.Text) : value.Text,
            ["Version"] = version,
            ["Selector"] = selector.Length > parameter.Id.Length ? selector[parameter.Id.Length..] : null,
            ["LastModifiedDate"] = JsonValue.Create(value.At),
            ["ARN"] = Arn.Parameter(call.Region, parameter.Id),
            ["DataType"] = parameter.DataType,
        };
    }

    /// <summary>A name, or <c>name:version</c>; clients may also send the ARN.</summary>
    private static (Parameter? Parameter, long? Version) Selected(World world, string region, string selector)
    {
        var name = Arn.ParameterOf(selector, region);
        if (world.Find<Parameter>(region, name) is { } whole)
        {
            return (whole, whole.Values.Keys.Last());
        }

        var colon = Math.Max(name.LastIndexOf(':'), 0);
        return world.Find<Parameter>(region, name[..colon]) is not { } parameter ? (null, null)
            : long.TryParse(name[(colon + 1)..], CultureInfo.InvariantCulture, out var version) ? (parameter, version)
            : (parameter, null);
    }

    private static string Sealed(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Fault NotFound => new("ParameterNotFound", "Parameter not found.");

    private static Fault InvalidResource =>
        new("InvalidResourceId", "The resource ID isn't valid. Verify that you entered the correct ID and try again.");
}
