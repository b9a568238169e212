using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Models;
using Infra.Local.Protocol.Wire;

namespace Infra.Tests.Local;

/// <summary>Requests that no kind client sends: the models' shapes, filled with what should not be there.</summary>
/// <param name="services">What is served.</param>
/// <param name="seed">Equal seeds make equal requests, given equal answers.</param>
internal sealed class HostileRequests(IReadOnlyList<Service> services, int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "DRAFT", "1", "0", "-1", "99999", "TSTALIASID", "{{x}}", "${x}", "..", "../..", "%2F", "%00",
        "\0", "\n", "😀", "\u202e", "a/b", "/a/b", "/", "//", "a:b", "a:1", ":", "|", "*", "(", "(a+)+$", "^(?=(a+)+$)",
        "$.data", "$.data[999999999999]", "AWS::Bedrock::Prompt", "AWS::SSM::Parameter", "AWS::Nothing::There",
        "null", "[]", "{}",
        """{"Name": "x"}""", """[{"op": "add", "path": "/Tags/99999999999", "value": 1}]""",
        """[{"op": "remove", "path": "/"}]""", "arn:aws:bedrock:us-east-1:123456789012:prompt/AAAAAAAAAA:99999",
        "arn:aws:bedrock:us-east-1:123456789012:flow/AAAAAAAAAA/alias/AAAAAAAAAA", "arn:aws:bedrock:::prompt/", "arn:",
        "arn:aws:ssm:us-east-1:123456789012:parameter/", "anthropic.claude-3-haiku-20240307-v1:0",
        "amazon.nova-lite-v1:0", new('a', 5_000), new('(', 500),
    ];

    private static readonly double[] Numbers = [-1, 0, 1, 2, 10, 1e9, 1e15, 1e300, -1e300, 0.5, double.Epsilon];

    private readonly Random random = new(seed);
    private readonly List<string> seen = [];

    /// <summary>The next request, and what it is.</summary>
    public (HttpRequestMessage Request, string About) Next()
    {
        var service = Pick(services);
        var name = Pick([.. service.Handlers.Keys.Order(StringComparer.Ordinal)]);
        var operation = service.Model.Operations[name];
        var input = Structure(service.Model, service.Model.Input(operation), 0);
        var request = service.Model.Protocol is "rest-json"
            ? Rest(service.Model, operation, input)
            : Post(service.Model, name, input);
        return (request, $"{service.Model.Name} {name} {request.RequestUri} {input.ToJsonString()}");
    }

    /// <summary>Remembers what an answer names, so that later requests reach what exists.</summary>
    public void Learn(string answer)
    {
        var names = from member in Members(answer)
                    where member.Key is "id" or "arn" or "nextToken" or "Identifier" or "RequestToken" or "executionArn"
                    select member.Value;
        seen.AddRange(names.Where(_ => seen.Count < 2_000));
    }

    private static IEnumerable<KeyValuePair<string, string>> Members(string answer)
    {
        try
        {
            return Flat(JsonNode.Parse(answer)).ToList();
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is JsonValue value
            ? [new(member.Key, value.ToString())]
            : Flat(member.Value)),
        JsonArray items => items.SelectMany(Flat),
        _ => [],
    };

    private HttpRequestMessage Rest(ServiceModel model, Operation operation, JsonObject input)
    {
        var (path, query, body) = (operation.Uri, new StringBuilder(), new JsonObject());
        foreach (var (name, member) in model.Input(operation).Members)
        {
            var text = input[name]?.ToString() ?? Pick(Texts);
            if (member.Location is "uri")
            {
                path = path.Replace(
                    $"{{{member.LocationName}}}", Uri.EscapeDataString(Valid(text)), StringComparison.Ordinal);
            }
            else if (member.Location is "querystring" && input.ContainsKey(name))
            {
                query.Append(query.Length is 0 ? '?' : '&').Append(member.LocationName).Append('=')
                    .Append(Uri.EscapeDataString(Valid(text)));
            }
            else if (member.Location is null && input.ContainsKey(name))
            {
                body[name] = input[name]?.DeepClone();
            }
        }

        return new HttpRequestMessage(new HttpMethod(operation.Method), path + query)
        {
            Content = operation.Method is "GET" or "DELETE" ? null : Json(body, "application/json"),
        };
    }

    private HttpRequestMessage Post(ServiceModel model, string name, JsonObject input)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = model.Protocol is "query"
                ? new StringContent($"Action={name}&Version={Uri.EscapeDataString(Valid(Pick(Texts)))}")
                : Json(input, $"application/x-amz-json-{model.JsonVersion}"),
        };
        if (model.Protocol is "json")
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Target", $"{model.TargetPrefix}.{name}");
        }

        return request;
    }

    private ByteArrayContent Json(JsonObject body, string type)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        if (random.Next(20) is 0 && bytes.Length > 2)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return new ByteArrayContent(bytes) { Headers = { { "Content-Type", type } } };
    }

    private JsonNode? Value(ServiceModel model, ServiceShape shape, int depth) => random.Next(25) is 0 || depth > 12
        ? Anything(depth)
        : shape switch
        {
            ServiceShape.Structure structure => Structure(model, structure, depth + 1),
            ServiceShape.Items items => new JsonArray([.. Enumerable.Range(0, random.Next(4))
                .Select(_ => Value(model, model.Shapes[items.Member.Shape], depth + 1))]),
            ServiceShape.Mapping mapping => new JsonObject(Enumerable.Range(0, random.Next(3)).Select(number =>
                KeyValuePair.Create($"k{number}", Value(model, model.Shapes[mapping.Value.Shape], depth + 1)))),
            ServiceShape.Text { Enum: { IsEmpty: false } all } => Pick(all),
            ServiceShape.Text or ServiceShape.Blob => Text(),
            ServiceShape.Flag => random.Next(2) is 0,
            ServiceShape.Document => Anything(depth),
            _ => Pick(Numbers),
        };

    private JsonObject Structure(ServiceModel model, ServiceShape.Structure shape, int depth)
    {
        var chosen = shape.Union ? [Pick([.. shape.Members.Keys])]
            : shape.Members.Keys.Where(name => random.Next(10) < (shape.Required.Contains(name) ? 9 : 3));
        return new(chosen.ToList().Select(name =>
            KeyValuePair.Create(name, Value(model, model.Shapes[shape.Members[name].Shape], depth))));
    }

    private JsonNode? Anything(int depth) => random.Next(depth > 12 ? 4 : 6) switch
    {
        0 => null,
        1 => Text(),
        2 => Pick(Numbers),
        3 => true,
        4 => new JsonArray(Anything(depth + 1), Anything(depth + 1)),
        _ => new JsonObject { [Pick(Texts)] = Anything(depth + 1) },
    };

    private string Text() => seen.Count > 0 && random.Next(2) is 0 ? Pick(seen) : Pick(Texts);

    private static string Valid(string text) => text.Replace("\0", "%00", StringComparison.Ordinal);

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
