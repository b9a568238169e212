using System.Text.Json.Nodes;
using Infra.Local.Models;
using Infra.Local.State;
using Infra.Local.Wire;

namespace Infra.Local.CloudControl;

/// <summary>A service as a handler calls it: what Cloud Control makes is what the service itself would make.</summary>
internal sealed record Api(Service Service)
{
    /// <summary>Its model.</summary>
    public ServiceModel Model => Service.Model;

    /// <summary>Calls an operation.</summary>
    public (World World, JsonObject? Body, Fault? Fault) Call(
        World world, Scope scope, string operation, JsonObject input)
    {
        var (next, answer) = Service.Run(world, operation, new Request(scope.Region, input, scope.Now));
        return answer switch
        {
            Answer.Done done => (next, Shown(operation, done.Body), null),
            Answer.Refused refused => (world, null, refused.Fault),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private JsonObject Shown(string operation, JsonObject body) =>
        Reading.Answer(Model, Model.Output(Model.Operations[operation])!, body);
}
