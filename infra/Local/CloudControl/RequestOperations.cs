using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.CloudControl;

/// <summary>The operations of Cloud Control on earlier requests.</summary>
internal static class RequestOperations
{
    private static readonly Page Summaries = Page.Capital("ResourceRequestStatusSummaries", 20);

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["GetResourceRequestStatus"] = new Handler.Reads(Status),
        ["ListResourceRequests"] = new Handler.Reads(List),
        ["CancelResourceRequest"] = new Handler.Reads(Cancel),
    }.ToImmutableDictionary();

    private static Reply Status(World world, Call call) => Find(world, call) is { } progress
        ? new JsonObject { ["ProgressEvent"] = ProgressEvent.Of(progress) }
        : Missing(call);

    private static Reply List(World world, Call call)
    {
        IEnumerable<Progress> Wanted(string place) => world.After<Progress>(call.Region, place)
            .Where(request => Has(call, "Operations", request.Operation)
                && Has(call, "OperationStatuses", ProgressEvent.Status(request)));
        return Summaries.Of(call, Wanted, ProgressEvent.Of);
    }

    private static Reply Cancel(World world, Call call) => Find(world, call) is { } progress
        ? Fault.Validation($"The request {progress.Id} is complete and can't be canceled.")
        : Missing(call);

    private static Progress? Find(World world, Call call) =>
        world.Find<Progress>(call.Region, call.Required("RequestToken"));

    private static bool Has(Call call, string filter, string value) =>
        call.Input["ResourceRequestStatusFilter"]?[filter] is not JsonArray { Count: > 0 } wanted
        || wanted.Any(one => one!.GetValue<string>() == value);

    private static Fault Missing(Call call) => new(
        "RequestTokenNotFoundException", $"Request with token {call.Required("RequestToken")} was not found");
}
