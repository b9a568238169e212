using System.Collections.Concurrent;
using System.Net;
using Infra.Cli.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Infra.Tests.Cli.Aws;

/// <summary>A request, as the server received it.</summary>
internal sealed record Sent(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>The answer to a request.</summary>
internal sealed record Given(int Status, byte[] Body)
{
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the connection breaks after this part of the body.</summary>
    public bool Breaks { get; init; }

    /// <summary>Whether the connection then stays open without an end of the body.</summary>
    public bool Hangs { get; init; }
}

/// <summary>An HTTP server that records requests and gives prepared answers.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    public const string RequestId = "11111111-2222-3333-4444-555555555555";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Sent> sent;

    private Loopback(WebApplication app, ConcurrentQueue<Sent> sent) => (this.app, this.sent) = (app, sent);

    public Uri Url => new(app.Urls.Single());

    public IReadOnlyList<Sent> All => [.. sent];

    public Sent Only => sent.Single();

    public AwsConnection Connection => AwsConnection.ToLocal(Url, "eu-central-1");

    public static async Task<Loopback> Giving(params Given[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var sent = new ConcurrentQueue<Sent>();
        app.Run(async context =>
        {
            var next = Math.Min(sent.Count, answers.Length - 1);
            sent.Enqueue(await Read(context));
            await Write(context, answers[next]);
        });
        await app.StartAsync();
        return new Loopback(app, sent);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<Sent> Read(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        return new Sent(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync());
    }

    private static async Task Write(HttpContext context, Given given)
    {
        context.Response.StatusCode = given.Status;
        context.Response.ContentType = given.ContentType;
        context.Response.Headers["x-amzn-RequestId"] = RequestId;
        foreach (var (name, value) in given.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(given.Body);
        await context.Response.Body.FlushAsync();
        if (given.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (given.Breaks)
        {
            context.Abort();
        }
    }
}
