using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.InvokeFlow;

/// <summary>InvokeFlow: runs the version that an alias refers to.</summary>
/// <param name="StandIns">The stand-ins for everything that the flow calls.</param>
internal sealed record InvokeFlowOperations(StandIns StandIns)
{
    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["InvokeFlow"] = new Handler.Reads(Invoke),
    }.ToImmutableDictionary();

    private Reply Invoke(World world, Call call)
    {
        var (run, refused) = AliasRun.Of(world, call, StandIns, call.Flag("enableTrace"));
        return run is null
            ? refused!
            : new Reply.Events(run.Events.All)
            {
                Headers = [("x-amz-bedrock-flow-execution-id", call["executionId"] ?? ExecutionId(call))],
            };
    }

    private static string ExecutionId(Call call) => new Guid(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Required("flowIdentifier")} {call.Now.Ticks}")).AsSpan(0, 16))
        .ToString();
}
