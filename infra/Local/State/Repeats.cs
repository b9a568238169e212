using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.State;

/// <summary>The latest successful requests with a client token: the same request gets the same answer again.</summary>
internal sealed class Repeats
{
    private const int Most = 1_000;

    private readonly Dictionary<string, (JsonObject Request, Reply Reply)> answers = new(StringComparer.Ordinal);
    private readonly Queue<string> oldestFirst = [];

    /// <summary>The identity of a request: its token and its content. Null when it has no token.</summary>
    public static (string Token, JsonObject Request)? Key(Service service, string operation, Request request) =>
        service.Token(operation, request) is { } token
            ? ($"{service.Model.Name} {operation} {request.Region} {token}", request.Members)
            : null;

    /// <summary>The earlier answer to a request; a fault when its token was used with another content.</summary>
    public Reply? Earlier((string Token, JsonObject Request)? key, Service service) =>
        key is not { } sent || !answers.TryGetValue(sent.Token, out var known) ? null
        : JsonNode.DeepEquals(known.Request, sent.Request) ? known.Reply
        : new Fault(
            service.Model.Name is "cloudcontrol" ? "ClientTokenConflictException" : "ConflictException",
            "The client token was used for a request with other parameters. Use another token and try again.");

    /// <summary>Records the answer to a request that changed something.</summary>
    public void Remember((string Token, JsonObject Request)? key, Reply answer)
    {
        if (key is not { } sent || answer is Reply.Refused)
        {
            return;
        }

        answers[sent.Token] = (sent.Request, answer);
        oldestFirst.Enqueue(sent.Token);
        if (oldestFirst.Count > Most)
        {
            answers.Remove(oldestFirst.Dequeue());
        }
    }
}
