using System.Net;
using Infra.Local.Protocol.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Infra.Local;

/// <summary>Who may call: the programs of this machine, and no web page that one of its browsers shows.</summary>
/// <remarks>
/// A page cannot read what another origin answers, but its requests arrive: a form's post would create prompts. And a
/// name that is made to mean 127.0.0.1 once the page is loaded (DNS rebinding) makes the origin its own: its host then
/// is a foreign name.
/// </remarks>
internal static class LocalCallers
{
    /// <summary>Why a request is refused before anybody looks at what it wants; null where it is not.</summary>
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

    /// <summary>Whether a body says that it is JSON, which no form of a web page can.</summary>
    public static bool SaysJson(HttpRequest http) =>
        http.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }
        || (MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
            && type.SubType.EndsWith("json", StringComparison.OrdinalIgnoreCase));

    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
