using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Definitions.Format;
using Infra.Local.Access;
using Infra.Local.Flows;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>A run of the version that a flow alias refers to, from start to end.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="AliasId">The alias.</param>
/// <param name="Version">The version that it refers to: a number or DRAFT.</param>
/// <param name="Content">The members of that version.</param>
/// <param name="Events">The events, including the end.</param>
/// <param name="Failure">The fault that stopped it, or null.</param>
internal sealed record AliasRun(
    FlowRow Flow, string AliasId, string Version, JsonElement Content, FlowEvents Events, Fault? Failure)
{
    /// <summary>Runs the flow of a call; null with the reason if it cannot start.</summary>
    /// <param name="world">The world.</param>
    /// <param name="call">The call, with a flow, an alias and the input.</param>
    /// <param name="standIns">The stand-ins for everything that the flow calls.</param>
    /// <param name="traced">Whether there are trace events of every node.</param>
    public static (AliasRun? Run, Fault? Refused) Of(
        World world, Call call, StandIns standIns, bool traced)
    {
        if (FlowLookup.Flow(world, call) is not { } flow
            || FlowLookup.Alias(flow, call.Required("flowAliasIdentifier")) is not var (id, alias)
            || Served(flow, alias.Version) is not { } content)
        {
            return (null, Fault.NotFound());
        }

        if (alias.Version is "DRAFT" && flow.Status is not "Prepared")
        {
            return (null, Fault.WrongStatus(call.Operation, flow.Status));
        }

        var program = FlowProgram.Read(content.GetProperty("definition"));
        var (document, wrong) = Document(program, call);
        var access = RoleAccess.Of(world, content.Text("executionRoleArn")!, flow.Id);
        if ((wrong ?? Denied(access, flow, content)) is { } refused)
        {
            return (null, refused);
        }

        var context = new FlowContext
        {
            World = world,
            Region = call.Region,
            Flow = content.Text("name")!,
            Document = document!,
            Access = access,
            Answers = standIns.Answers,
            Stubs = standIns.Stubs,
            Gate = standIns.Gate,
            Meter = standIns.Meter,
            Now = call.Now,
            Events = new FlowEvents(traced, call.Now),
        };
        return (new(flow, id, alias.Version, content, context.Events, Ended(program, context)), null);
    }

    private static JsonElement? Served(FlowRow flow, string version) => version is "DRAFT"
        ? flow.Draft
        : flow.Versions.GetValueOrDefault(int.Parse(version, CultureInfo.InvariantCulture))?.Content;

    private static Fault? Denied(RoleAccess access, FlowRow flow, JsonElement content)
    {
        var arn = Arn.Flow(flow.Region, flow.Id);
        var key = content.Text("customerEncryptionKeyArn");
        return access.Assumed(arn) ?? access.Denied(NodeRequests.Flow(arn, flow.Region, key));
    }

    private static Fault? Ended(FlowProgram program, FlowContext context)
    {
        var run = new GraphRun(program, context, []);
        run.Yield(program.Input, new Dictionary<string, Value> { ["document"] = context.Document });
        var failure = run.Run();
        if (failure is not null)
        {
            context.Events.Failed(failure);
        }
        else
        {
            context.Events.Completed();
        }

        return failure;
    }

    private static (Value? Document, Fault? Fault) Document(FlowProgram program, Call call)
    {
        var input = call.Input["inputs"]![0]!;
        var node = program.Input;
        if (input["nodeName"]!.GetValue<string>() != node.Name.Value
            || input["nodeOutputName"]?.GetValue<string>() is not (null or "document"))
        {
            return (null, Fault.Validation(
                $"The input must be for the output document of the node {node.Name.Value}."));
        }

        var document = Read(input["content"]!["document"]!);
        return document is null
                ? (null, Fault.Validation("The document has a number with more than 28 digits."))
            : node.Output("document") is { } output && NodeInputs.Mismatch(document, output.Type.Value) is { } found
                ? (null, Fault.Validation($"The node {node.Name.Value} expects a document of type {output.Type.Value}, "
                    + $"but the one provided is of type {found}."))
            : (document, null);
    }

    private static Value? Read(JsonNode document)
    {
        try
        {
            return Values.JsonValue.From(document.Frozen());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
