using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Infra.Local.Faults;
using Infra.Local.Metrics;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Local.Sts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Infra.Local;

/// <summary>Routes requests to services and operations.</summary>
internal sealed class Endpoints(
    IReadOnlyList<Service> services, Store store, LocalOptions options, ModelMeter meter)
{
    private readonly Throttle? throttle = options.Throttle ? new Throttle(options.Clock) : null;
    private readonly FaultInjection faults = new(options.Faults);

    /// <summary>Maps all supported operations.</summary>
    public void Map(WebApplication app)
    {
        if (options.Log is { } log)
        {
            app.Use((http, next) => LogAsync(http, next, log));
        }

        app.Use(IdentifyAsync);
        foreach (var service in services.Where(service => service.Model.Protocol is "rest-json"))
        {
            foreach (var name in service.Handlers.Keys)
            {
                var operation = service.Model.Operations[name];
                app.MapMethods(operation.Uri, [operation.Method], http => RestAsync(http, service, name));
            }
        }

        app.MapPost("/", PostAsync);

        // The usual fallback pattern excludes paths that look like file names.
        app.MapFallback("{*path}", http => RestJson.RefuseAsync(http.Response, null, Unknown));
    }

    private static Fault Unknown => new("UnknownOperationException", "The local Bedrock doesn't serve this operation.");

    private async Task LogAsync(HttpContext http, RequestDelegate next, Action<RequestLine> log)
    {
        var start = options.Clock.GetTimestamp();
        await next(http);
        var called = http.Items[typeof(RequestLine)] as string
            ?? $"{http.Request.Method} {http.Request.Path.ToUriComponent()}";
        var error = http.Items[typeof(Fault)] as string ?? http.Response.Headers[RestJson.ErrorType].FirstOrDefault();
        log(new(called, http.Response.StatusCode, error, options.Clock.GetElapsedTime(start)));
    }

    private static Fault NotJson =>
        new("UnsupportedMediaTypeException", "The body of the request must be of the content type application/json.");

    private static async Task IdentifyAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers[Http.RequestId] = Guid.NewGuid().ToString();
        try
        {
            await (LocalCallers.Refusal(http.Request) is { } foreign
                ? RestJson.RefuseAsync(http.Response, null, foreign)
                : next(http));
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            await RestJson.RefuseAsync(http.Response, null, Refused(refused));
        }
        catch (InvalidDataException damaged) when (!http.Response.HasStarted)
        {
            await RestJson.RefuseAsync(http.Response, null, Fault.Validation(damaged.Message));
        }
        catch (Exception bug) when (bug is not OperationCanceledException && !http.Response.HasStarted)
        {
            var what = $"The local Bedrock failed: {bug.GetType().Name}: {bug.Message}";
            await RestJson.RefuseAsync(http.Response, null, new Fault("InternalServerException", what));
        }
    }

    private static Fault Refused(BadHttpRequestException refused) =>
        refused.StatusCode is StatusCodes.Status413PayloadTooLarge
            ? new("RequestEntityTooLargeException", "The body of the request is too large.")
            : Fault.Validation(refused.Message);

    private async Task RestAsync(HttpContext http, Service service, string name)
    {
        var (model, operation) = (service.Model, service.Model.Operations[name]);
        var input = model.Input(operation);
        if (input.Payload is null && !LocalCallers.SaysJson(http.Request))
        {
            await RestJson.RefuseAsync(http.Response, operation, NotJson);
            return;
        }

        var members = await RestJson.ReadAsync(http.Request, model, input);
        await RestJson.WriteAsync(http.Response, model, operation, await RunAsync(http, service, name, members));
    }

    private async Task PostAsync(HttpContext http)
    {
        var body = await Http.BodyAsync(http.Request);
        if (http.Request.Headers[AwsJsonProtocol.Target].ToString() is not { Length: > 0 } target)
        {
            await QueryAsync(http, body);
            return;
        }

        var (prefix, name) = target.Split('.') is [var before, var after] ? (before, after) : ("", "");
        var found = services.FirstOrDefault(service => service.Model.TargetPrefix == prefix);
        await (found is null ? AwsJsonProtocol.RefuseAsync(http.Response, Unknown)
            : found.Handlers.ContainsKey(name)
                ? AwsJsonProtocol.WriteAsync(
                    http.Response, found.Model, name, await RunAsync(http, found, name, Http.Object(body)))
            : AwsJsonProtocol.RefuseAsync(http.Response, Unknown));
    }

    private async Task QueryAsync(HttpContext http, byte[] body)
    {
        var action = HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body))["Action"] ?? "";
        var service = services.FirstOrDefault(service => service.Model.Protocol is "query");
        var answer = service is not null && service.Handlers.ContainsKey(action)
            ? await RunAsync(http, service, action, [])
            : new Fault("InvalidAction", $"Could not find operation {action}");
        await AwsQuery.WriteAsync(http.Response, StsOperations.Space, action, answer);
    }

    private async Task<Reply> RunAsync(HttpContext http, Service service, string name, JsonObject? members)
    {
        http.Items[typeof(RequestLine)] = $"{service.Model.Name} {name}";
        var (region, arrived) = (Http.Region(http.Request), options.Clock.GetUtcNow());
        var start = options.Clock.GetTimestamp();
        var (fault, delay) = faults.Next();
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, options.Clock, http.RequestAborted);
        }

        Reply reply = (fault ?? throttle?.Hinder(service, name, region)) is { } hindered ? hindered
            : members is null ? new Fault("SerializationException", "The body of the request isn't a JSON object.")
            : store.Run(service, name, new Request(region, members, arrived));
        meter.Called(
            store.Now, service, (name, members), new(region, arrived, options.Clock.GetElapsedTime(start), reply));
        http.Items[typeof(Fault)] = (reply as Reply.Refused)?.Fault.Type;
        return reply;
    }
}
