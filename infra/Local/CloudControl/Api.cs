using System.Text.Json.Nodes;
using Infra.Local.Protocol.Models;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.CloudControl;

/// <summary>A service as handlers call it: Cloud Control makes what the service itself would make.</summary>
internal sealed record Api(Service Service)
{
    /// <summary>Its model.</summary>
    public ServiceModel Model => Service.Model;

    /// <summary>Calls an operation.</summary>
    public (World World, JsonObject? Body, Fault? Fault) Call(
        World world, Scope scope, string operation, JsonObject input)
    {
        var (next, answer) = Service.Run(world, operation, new Request(scope.Region, input, scope.Now));
        return answer.Plain<(World, JsonObject?, Fault?)>(
            body => (next, Shown(operation, body), null), fault => (world, null, fault));
    }

    private JsonObject Shown(string operation, JsonObject body) =>
        Reading.Reply(Model, Model.Output(Model.Operations[operation])!, body);
}
