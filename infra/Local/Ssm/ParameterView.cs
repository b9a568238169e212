using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>Finds parameters, and writes them in the API's form with the members of all answers.</summary>
internal static class ParameterView
{
    /// <summary>The parameter with a name or ARN.</summary>
    public static ParameterRow? Named(World world, string region, string name) =>
        world.Find<ParameterRow>(region, ParameterRow.IdOf(Arn.ParameterOf(name, region)));

    /// <summary>The parameter and version for <c>name</c>, <c>name:version</c> or <c>name:label</c>.</summary>
    public static (ParameterRow? Parameter, long? Version) Find(World world, string region, string selector)
    {
        if (Named(world, region, selector) is { } whole)
        {
            return (whole, whole.Last);
        }

        var colon = Math.Max(selector.LastIndexOf(':'), 0);
        var (name, selected) = (selector[..colon], selector[(colon + 1)..]);
        return Named(world, region, name) is { } parameter ? (parameter, Version(parameter, selected)) : (null, null);
    }

    /// <summary>The parameter for a selector of a call, in GetParameter's form; null when it does not exist.</summary>
    public static JsonObject? Selected(World world, Call call, string selector)
    {
        if (Find(world, call.Region, selector) is not ({ } parameter, { } version))
        {
            return null;
        }

        var view = Shown(parameter, version, call);
        var named = Arn.ParameterOf(selector, call.Region);
        view["Selector"] = named.LastIndexOf(':') is var colon and > 0 ? named[colon..] : null;
        return view;
    }

    /// <summary>One version of a parameter.</summary>
    public static JsonObject Shown(ParameterRow parameter, long version, Call call)
    {
        var value = parameter.Values[version];
        var isSealed = parameter.Type is "SecureString" && !call.Flag("WithDecryption");
        return new JsonObject
        {
            ["Name"] = parameter.Spelled,
            ["Type"] = parameter.Type,
            ["Value"] = isSealed ? Sealed(value.Text) : value.Text,
            ["Version"] = version,
            ["LastModifiedDate"] = JsonValue.Create(value.At),
            ["LastModifiedUser"] = $"arn:aws:iam::{Arn.Account}:root",
            ["ARN"] = Arn.Parameter(call.Region, parameter.Id),
            ["DataType"] = parameter.DataType,
            ["Tier"] = parameter.Tier,
            ["Description"] = parameter.Description,
            ["AllowedPattern"] = parameter.AllowedPattern,
            ["KeyId"] = parameter.Type is "SecureString" ? "alias/aws/ssm" : null,
            ["Labels"] = new JsonArray([.. value.Labels.Select(label => (JsonNode?)label)]),
            ["Policies"] = new JsonArray(),
        };
    }

    private static long? Version(ParameterRow parameter, string selected) =>
        long.TryParse(selected, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? parameter.Values.ContainsKey(number) ? number : null
            : parameter.Values.Where(value => value.Value.Labels.Contains(selected))
                .Select(value => (long?)value.Key)
                .FirstOrDefault();

    private static string Sealed(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
