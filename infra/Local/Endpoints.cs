using Infra.Local.State;
using Infra.Local.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Infra.Local;

/// <summary>Which service answers which path.</summary>
internal static class Endpoints
{
    /// <summary>Maps every operation that is served.</summary>
    public static void Map(WebApplication app, IReadOnlyList<Service> services, Store store, TimeProvider clock)
    {
        app.Use(IdentifyAsync);
        foreach (var service in services)
        {
            foreach (var name in service.Handlers.Keys)
            {
                var operation = service.Model.Operations[name];
                app.MapMethods(operation.Uri, [operation.Method], http => RestAsync(http, service, name, store, clock));
            }
        }

        app.MapFallback(http => RestJson.RefuseAsync(http.Response, null, new Fault("UnknownOperationException", "")));
    }

    private static async Task IdentifyAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        try
        {
            await next(http);
        }
        catch (Exception bug) when (bug is not OperationCanceledException && !http.Response.HasStarted)
        {
            await RestJson.RefuseAsync(http.Response, null, new Fault("InternalServerException", bug.ToString()));
        }
    }

    private static async Task RestAsync(HttpContext http, Service service, string name, Store store, TimeProvider clock)
    {
        var (model, operation) = (service.Model, service.Model.Operations[name]);
        var request = await RestJson.ReadAsync(http.Request, model, model.Input(operation));
        var answer = request is null
            ? new Fault("SerializationException", "The body of the request isn't a JSON object.")
            : service.Run(store, name, Http.Region(http.Request), request, clock.GetUtcNow());
        await RestJson.WriteAsync(http.Response, model, operation, answer);
    }
}
