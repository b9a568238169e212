using System.Collections.Immutable;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>The operations of SSM that list parameters, in the order of their paths.</summary>
internal static class ParameterLists
{
    /// <summary>Sorts after every character that names can contain.</summary>
    private const char Last = '\uffff';

    private static readonly Page ByPathPage = Page.Capital("Parameters", 10, "InvalidNextToken");

    private static readonly Page DescribedPage = Page.Capital("Parameters", 50, "InvalidNextToken");

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["GetParametersByPath"] = new Handler.Reads(ByPath),
        ["DescribeParameters"] = new Handler.Reads(Describe),
    }.ToImmutableDictionary();

    private static Reply ByPath(World world, Call call)
    {
        if (call.Required("Path") is not ['/', ..] path)
        {
            return Fault.Validation("The parameter path must begin with a forward slash (/) and go on with names of "
                + "levels, as in /production/database.");
        }

        var (filters, fault) = ParameterFilter.Read(call, "Type", "KeyId", "Label");
        if (filters is null)
        {
            return fault!;
        }

        var folder = path.TrimEnd('/') + "/";
        var label = filters.LastOrDefault(filter => filter.Key is "Label");
        return ByPathPage.Of(
            call,
            place => (call.Flag("Recursive") ? Below(world, call, folder, place) : In(world, call, folder, place))
                .Where(parameter => filters.All(filter => filter.Holds(parameter, world))),
            parameter => ParameterView.Shown(parameter, label?.Labelled(parameter) ?? parameter.Last, call));
    }

    private static Reply Describe(World world, Call call)
    {
        var (filters, fault) = ParameterFilter.Read(
            call, "Path", "Name", "Type", "KeyId", "Tier", "DataType", "tag:");
        return filters is null
            ? fault!
            : DescribedPage.Of(
                call,
                place => world.After<ParameterRow>(call.Region, place)
                    .Where(parameter => filters.All(filter => filter.Holds(parameter, world))),
                parameter => ParameterView.Shown(parameter, parameter.Last, call));
    }

    private static IEnumerable<ParameterRow> Below(World world, Call call, string folder, string place) => world
        .After<ParameterRow>(call.Region, string.CompareOrdinal(place, folder) < 0 ? folder : place)
        .TakeWhile(parameter => parameter.Order.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The parameters directly in a folder; its subfolders are skipped as a whole.</summary>
    private static IEnumerable<ParameterRow> In(World world, Call call, string folder, string place)
    {
        while (Below(world, call, folder, place).FirstOrDefault() is { } next)
        {
            var slash = next.Order.IndexOf('/', folder.Length);
            place = slash < 0 ? next.Order : next.Order[..(slash + 1)] + Last;
            if (slash < 0)
            {
                yield return next;
            }
        }
    }
}
