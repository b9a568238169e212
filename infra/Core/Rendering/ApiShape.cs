using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Rendering;

/// <summary>
/// Converts between CloudFormation's spelling of keys (<c>PromptArn</c>) and the API's (<c>promptArn</c>), which differ
/// only in the first letter.
/// </summary>
/// <remarks>That is so for AWS::Bedrock::Prompt and AWS::Bedrock::Flow; the author's own JSON is left alone.</remarks>
public static class ApiShape
{
    /// <summary>A value in the API's spelling; documents become plain JSON.</summary>
    public static Value FromCloudFormation(Value value) => value switch
    {
        Value.Map map => Map(map.Entries.Select(entry =>
            (FirstLetter.Lower(entry.Key), (Value?)FromCloudFormation(entry.Value)))),
        Value.List list => List(list.Items.Select(FromCloudFormation)),
        Value.Document document => document.Content,
        _ => value,
    };

    /// <summary>A value in CloudFormation's spelling; the author's own JSON becomes a document.</summary>
    public static Value ToCloudFormation(Value value) => value switch
    {
        Value.Map map => Map(map.Entries.Select(entry => (
            FirstLetter.Upper(entry.Key),
            (Value?)(IsDocument(entry.Key) ? Document(entry.Value) : ToCloudFormation(entry.Value))))),
        Value.List list => List(list.Items.Select(ToCloudFormation)),
        _ => value,
    };

    private static bool IsDocument(string key) => key is "additionalModelRequestFields" or "json" or "tags";
}
