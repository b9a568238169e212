using System.Net;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

/// <summary>A request that the deployer sent.</summary>
internal sealed record CloudCall
{
    /// <summary>As in <c>CreateResource</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The method and the path.</summary>
    public required string Line { get; init; }

    /// <summary>The header that says who calls where.</summary>
    public required string Authorization { get; init; }

    /// <summary>The type of the content, with its character set.</summary>
    public required string ContentType { get; init; }

    /// <summary>What is asked.</summary>
    public required Value.Map Body { get; init; }

    /// <summary>The region in the header.</summary>
    public string Region => Authorization.Split('/') is [_, _, var region, ..] ? region : "";

    public string Type => Text("TypeName");

    public string Identifier => Text("Identifier");

    public string Token => Text("ClientToken");

    /// <summary>What a new resource should be.</summary>
    public Value.Map DesiredState => (Value.Map)JsonValue.Parse(Text("DesiredState"));

    /// <summary>What should change.</summary>
    public Value.List Patch => (Value.List)JsonValue.Parse(Text("PatchDocument"));

    private string Text(string name) => (Body[name] as Value.Text)?.Content ?? "";
}

/// <summary>What Cloud Control answers.</summary>
internal sealed record CloudAnswer(HttpStatusCode Status, Value.Map Body)
{
    /// <summary>The request was refused at once.</summary>
    public static CloudAnswer Refusal(string code, string message = "", int status = 400) =>
        new((HttpStatusCode)status, Map(("__type", code), ("message", message)));

    /// <summary>The properties of a resource.</summary>
    public static CloudAnswer Found(Value.Map properties) => new(HttpStatusCode.OK, Map(
        ("ResourceDescription", Map(("Properties", CanonicalJson.Compact(properties))))));

    /// <summary>A page of identifiers.</summary>
    public static CloudAnswer Listed(IEnumerable<string> identifiers, string? next = null) => new(
        HttpStatusCode.OK,
        Map(
            ("ResourceDescriptions", List(identifiers.Select(identifier => Map(("Identifier", identifier))))),
            ("NextToken", next)));

    /// <summary>The request was taken, and this became of it.</summary>
    public static CloudAnswer Progress(string status, params ReadOnlySpan<(string Key, Value? Value)> more) =>
        new(HttpStatusCode.OK, Map(("ProgressEvent", Map([("OperationStatus", status), .. more]))));

    /// <summary>The request was taken, and then failed.</summary>
    public static CloudAnswer Failure(string code, string message = "") =>
        Progress("FAILED", ("ErrorCode", code), ("StatusMessage", message));
}
