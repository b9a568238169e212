using System.Text;
using Infra.Local.Protocol.Wire;

namespace Infra.Tests.Cli.Aws;

/// <summary>Answers as AWS spells them.</summary>
internal static class Answers
{
    public static Given Json(string body) => new(200, Encoding.UTF8.GetBytes(body));

    public static Given Error(int status, string code, string message) =>
        new(status, Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}"""))
        {
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = code },
        };

    public static Given Events(params byte[][] frames) => new(200, [.. frames.SelectMany(frame => frame)])
    {
        ContentType = EventFrame.ContentType,
        Headers = new Dictionary<string, string> { ["x-amz-bedrock-flow-execution-id"] = "execution-1" },
    };

    public static byte[] Event(string name, string json) => EventFrame.Event(name, Encoding.UTF8.GetBytes(json));

    public static byte[] Exception(string name, string message) =>
        EventFrame.Exception(name, Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}"""));
}
