using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Rendering;

/// <summary>
/// CloudFormation writes <c>PromptArn</c> where the API writes <c>promptArn</c>; otherwise they spell alike.
/// </summary>
/// <remarks>Holds for AWS::Bedrock::Prompt and AWS::Bedrock::Flow; the author's own JSON is kept as it is.</remarks>
public static class ApiShape
{
    /// <summary>A value as the API spells it; documents become plain JSON.</summary>
    public static Value FromCloudFormation(Value value) => value switch
    {
        Value.Map map => Map(map.Entries.Select(entry =>
            (FirstLetter.Lower(entry.Key), (Value?)FromCloudFormation(entry.Value)))),
        Value.List list => List(list.Items.Select(FromCloudFormation)),
        Value.Document document => document.Content,
        _ => value,
    };

    /// <summary>A value as CloudFormation spells it; what holds the author's own JSON becomes a document.</summary>
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
