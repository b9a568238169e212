using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Definitions.Format;
using Infra.Local.Access;
using Infra.Local.Flows;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>InvokeFlow: runs the version that an alias points at.</summary>
/// <param name="Answers">What stands in for models.</param>
/// <param name="Stubs">What stands in for other services.</param>
internal sealed record InvokeFlowOperations(Answers Answers, Stubs Stubs)
{
    /// <summary>By name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["InvokeFlow"] = new Handler.Reads(Invoke),
    }.ToImmutableDictionary();

    private Reply Invoke(World world, Call call)
    {
        if (FlowLookup.Flow(world, call) is not { } flow
            || FlowLookup.Alias(flow, call.Required("flowAliasIdentifier")) is not var (_, alias))
        {
            return Fault.NotFound();
        }

        if (alias.Version is "DRAFT" && flow.Status is not "Prepared")
        {
            return Fault.WrongStatus("InvokeFlow", flow.Status);
        }

        var content = alias.Version is "DRAFT"
            ? flow.Draft
            : flow.Versions[int.Parse(alias.Version, CultureInfo.InvariantCulture)].Content;
        var program = FlowProgram.Read(content.GetProperty("definition"));
        var (document, wrong) = Document(program, call);
        if (document is null)
        {
            return wrong!;
        }

        var access = RoleAccess.Of(world, content.Text("executionRoleArn")!, flow.Id);
        var arn = Arn.Flow(flow.Region, flow.Id);
        var key = content.Text("customerEncryptionKeyArn");
        return (access.Assumed(arn) ?? access.Denied(NodeRequests.Flow(arn, flow.Region, key))) is { } refused
            ? refused
            : Run(program, call, new FlowContext
            {
                World = world,
                Region = call.Region,
                Flow = content.Text("name")!,
                Document = document,
                Access = access,
                Answers = Answers,
                Stubs = Stubs,
                Events = new FlowEvents(call.Flag("enableTrace"), call.Now),
            });
    }

    private static Reply.Events Run(FlowProgram program, Call call, FlowContext context)
    {
        var run = new GraphRun(program, context, []);
        run.Yield(program.Input, new Dictionary<string, Value> { ["document"] = context.Document });
        if (run.Run() is { } fault)
        {
            context.Events.Failed(fault);
        }
        else
        {
            context.Events.Completed();
        }

        return new(context.Events.All)
        {
            Headers = [("x-amz-bedrock-flow-execution-id", call["executionId"] ?? ExecutionId(call))],
        };
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

    private static string ExecutionId(Call call) => new Guid(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Required("flowIdentifier")} {call.Now.Ticks}")).AsSpan(0, 16))
        .ToString();
}
