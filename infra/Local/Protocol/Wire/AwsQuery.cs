using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Protocol.Wire;

/// <summary>AWS's query protocol: the operation's name is in a form, and the answer is XML.</summary>
internal static class AwsQuery
{
    private const string Xml = "text/xml";

    /// <summary>Writes an answer, whose members are texts.</summary>
    public static Task WriteAsync(HttpResponse http, string space, string operation, Reply answer) =>
        answer.Plain(body => WriteAsync(http, space, operation, body), fault => RefuseAsync(http, fault));

    private static Task WriteAsync(HttpResponse http, string space, string operation, JsonObject body)
    {
        var members = string.Concat(body.Select(member => $"<{member.Key}>{Escaped(member.Value!)}</{member.Key}>"));
        return Http.WriteAsync(http, 200, Xml, Encoding.UTF8.GetBytes(
            $"<{operation}Response xmlns=\"{space}\"><{operation}Result>{members}</{operation}Result>"
            + $"<ResponseMetadata><RequestId>{Id(http)}</RequestId></ResponseMetadata></{operation}Response>"));
    }

    private static Task RefuseAsync(HttpResponse http, Fault fault) =>
        Http.WriteAsync(http, fault.Status, Xml, Encoding.UTF8.GetBytes(
            $"<ErrorResponse><Error><Type>Sender</Type><Code>{fault.Type}</Code>"
            + $"<Message>{SecurityElement.Escape(fault.Message)}</Message></Error>"
            + $"<RequestId>{Id(http)}</RequestId></ErrorResponse>"));

    private static string? Escaped(JsonNode value) => SecurityElement.Escape(value.ToString());

    private static string Id(HttpResponse http) => http.Headers[Http.RequestId].ToString();
}
