using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Flows;

/// <summary>The operations of bedrock-agent on flow versions.</summary>
internal static class FlowVersionOperations
{
    /// <summary>The most versions of a flow at the same time; AWS does not raise this quota.</summary>
    /// <remarks>Source: AWS General Reference, Amazon Bedrock quotas, read 2025-06-05.</remarks>
    public const int VersionsPerFlow = 10;

    private static readonly string[] Kept =
        ["name", "description", "executionRoleArn", "customerEncryptionKeyArn", "definition"];

    private static readonly Page Summaries = new("flowVersionSummaries");

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["CreateFlowVersion"] = new Handler.Changes(Create),
        ["GetFlowVersion"] = new Handler.Reads(Get),
        ["DeleteFlowVersion"] = new Handler.Changes(Delete),
        ["ListFlowVersions"] = new Handler.Reads(List),
    }.ToImmutableDictionary();

    private static Transition Create(World world, Call call)
    {
        if (FlowLookup.Flow(world, call) is not { } flow)
        {
            return new(world, Fault.NotFound());
        }

        if (Refusal(flow) is { } fault)
        {
            return new(world, fault);
        }

        var number = flow.LastVersion + 1;
        var content = flow.Draft.Copied();
        content["description"] = call["description"];
        var updated = flow with
        {
            Versions = flow.Versions.Add(number, new VersionRow(content.Only(Kept), call.Now)),
            LastVersion = number,
        };
        return new(world.Put(updated), FlowView.Version(updated, number));
    }

    private static Reply Get(World world, Call call) =>
        Find(world, call) is (var flow, var number) ? FlowView.Version(flow, number) : Fault.NotFound();

    private static Transition Delete(World world, Call call)
    {
        if (Find(world, call) is not (var flow, var number))
        {
            return new(world, Fault.NotFound());
        }

        var version = number.ToString(CultureInfo.InvariantCulture);
        var users = flow.Aliases.Where(alias => alias.Value.Version == version).Select(alias => alias.Key).ToList();
        return users.Count > 0 && !call.Flag("skipResourceInUseCheck")
            ? new(world, Fault.Conflict(
                $"Couldn't perform DeleteFlowVersion operation. Version {version} of the flow {flow.Id} is in use "
                + $"by the aliases [{string.Join(", ", users)}]. Point them at another version and retry."))
            : new(
                world.Put(flow with { Versions = flow.Versions.Remove(number) }),
                new JsonObject { ["id"] = flow.Id, ["version"] = version });
    }

    private static Reply List(World world, Call call) => FlowLookup.Flow(world, call) is { } flow
        ? Summaries.Of(
            call,
            [.. flow.Versions.Keys.Reverse()
                .Select(number => (Page.HighestFirst(number), FlowView.Version(flow, number)))])
        : Fault.NotFound();

    private static Fault? Refusal(FlowRow flow) =>
        flow.Status is not "Prepared" ? Fault.WrongStatus("CreateFlowVersion", flow.Status)
        : flow.Versions.Count >= VersionsPerFlow
            ? Fault.QuotaExceeded(
                $"The number of versions for flow {flow.Id} exceeds the limit of {VersionsPerFlow}. "
                + "Delete versions that you don't need and retry your request.")
        : null;

    private static (FlowRow Flow, int Number)? Find(World world, Call call) =>
        FlowLookup.Flow(world, call) is { } flow
        && int.TryParse(call.Required("flowVersion"), CultureInfo.InvariantCulture, out var number)
        && flow.Versions.ContainsKey(number)
            ? (flow, number)
            : null;
}
