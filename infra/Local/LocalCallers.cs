using System.Net;
using Infra.Local.Protocol.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Infra.Local;

/// <summary>Restricts callers to programs on this machine; web pages in its browsers are refused.</summary>
/// <remarks>
/// A page cannot read answers from another origin, but its requests arrive: posting a form would create prompts. And if
/// the page's own host name is later resolved to 127.0.0.1 (DNS rebinding), this server becomes part of its origin; but
/// then the Host header has a foreign name.
/// </remarks>
internal static class LocalCallers
{
    /// <summary>Why a request is refused before it is read; null where it is not.</summary>
    public static Fault? Refusal(HttpRequest http)
    {
        var origin = http.Headers.Origin;
        return !IsLocal(http.Host.Host)
                ? Fault.AccessDenied("The local Bedrock answers to the addresses and names of the loopback interface, "
                    + $"not to '{http.Host.Host}'. Use 127.0.0.1 or localhost as its host.")
            : origin.Any(from => !Uri.TryCreate(from, UriKind.Absolute, out var page) || !IsLocal(page.Host))
                ? Fault.AccessDenied($"The local Bedrock answers no web page of another host, such as '{origin}'.")
            : null;
    }

    /// <summary>Whether the content type is JSON, which no form on a web page can send.</summary>
    public static bool SaysJson(HttpRequest http) =>
        http.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }
        || (MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
            && type.SubType.EndsWith("json", StringComparison.OrdinalIgnoreCase));

    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
