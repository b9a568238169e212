using Infra.Definitions.Prompts;
using Infra.Rendering;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Exchange.Exports;

/// <summary>A prompt as a request to Converse that contains the whole prompt.</summary>
public static class ConverseExport
{
    /// <summary>The request, with variables as <c>{{name}}</c>.</summary>
    public static Value.Map Of(Prompt prompt)
    {
        var variant = (Value.Map)ApiShape.FromCloudFormation(PromptVariant.Render(prompt));
        var template = ValueParts.Map(variant, "templateConfiguration");
        var chat = ValueParts.Map(template, "chat");
        return Map(
            ("modelId", variant["modelId"]),
            ("system", chat["system"]),
            ("messages", prompt.Body is PromptBody.Text text
                ? List(Map(("role", "user"), ("content", List(Map(("text", text.Template.Text))))))
                : chat["messages"]),
            ("inferenceConfig", ValueParts.Map(variant, "inferenceConfiguration")["text"]),
            ("toolConfig", chat["toolConfiguration"]),
            ("additionalModelRequestFields", variant["additionalModelRequestFields"]));
    }

    /// <summary>The request with examples in place of variables; a variable without an example stays.</summary>
    public static Value.Map Filled(Prompt prompt)
    {
        var examples = prompt.Variables
            .Where(variable => variable.Example is not null)
            .ToDictionary(variable => $"{{{{{variable.Name.Value}}}}}", variable => variable.Example!.Value);
        return (Value.Map)Filled(Of(prompt), text => examples.Aggregate(
            text, (done, example) => done.Replace(example.Key, example.Value, StringComparison.Ordinal)));
    }

    private static Value Filled(Value value, Func<string, string> fill) => value switch
    {
        Value.Map map => Map(map.Entries.Select(entry => (entry.Key, (Value?)(entry switch
        {
            { Key: "text", Value: Value.Text text } => fill(text.Content),
            _ => Filled(entry.Value, fill),
        })))),
        Value.List list => List(list.Items.Select(item => Filled(item, fill))),
        _ => value,
    };
}
