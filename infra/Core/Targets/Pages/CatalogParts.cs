using System.Diagnostics;
using System.Text;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Targets.Pages;

/// <summary>The parts of a definition on the page: texts with their variables marked, and test cases.</summary>
internal static class CatalogParts
{
    /// <summary>Appends the texts in the order in which they are sent, and the variables.</summary>
    public static void AppendTexts(Definition definition, StringBuilder page)
    {
        var texts = Texts(definition).ToArray();
        page.Append(texts is [] ? "" : "<h3>Text</h3>\n");
        foreach (var (title, template) in texts)
        {
            page.Append(title is null ? "" : $"<h4>{HtmlText.Of(title)}</h4>\n").Append("<pre dir=\"auto\">");
            AppendMarked(template, page);
            page.Append("</pre>\n");
        }

        if (definition is Prompt { Variables: [_, ..] } prompt)
        {
            page.Append("<h3>Variables</h3>\n<dl class=\"pairs\">\n");
            foreach (var variable in prompt.Variables)
            {
                page.Append("<dt><code>").Append(HtmlText.Of(variable.Name.Value)).Append("</code></dt>")
                    .Append("<dd dir=\"auto\">")
                    .Append(HtmlText.Of(variable.Description?.Value ?? "")).Append("</dd>\n");
            }

            page.Append("</dl>\n");
        }
    }

    /// <summary>Appends the test cases with their values and expectations.</summary>
    public static void AppendTests(Definition definition, StringBuilder page)
    {
        if (definition.Tests.IsEmpty)
        {
            return;
        }

        var secret = definition is Prompt prompt
            ? prompt.Variables.Where(variable => variable.Secret).Select(variable => variable.Name.Value).ToHashSet()
            : [];
        page.Append("<h3>Tests</h3>\n<ul class=\"tests\">\n");
        foreach (var test in definition.Tests)
        {
            page.Append("<li><p dir=\"auto\">").Append(HtmlText.Of(test.Name.Value)).Append("</p>\n");
            if (!test.Given.IsEmpty || !test.Expect.IsEmpty)
            {
                page.Append("<dl class=\"pairs\">\n");
                foreach (var given in test.Given)
                {
                    AppendPair("given", given.Name.Value, secret.Contains(given.Name.Value)
                        ? "(secret)"
                        : ValueText.Of(given.Value.ToValue()), page);
                }

                foreach (var expected in test.Expect)
                {
                    // An expectation is one key with its argument; a few have further keys.
                    if (expected.ToValue() is Value.Map { Entries.Count: 1 } map)
                    {
                        var only = map.Entries.First();
                        AppendPair("expects", only.Key, ValueText.Of(only.Value), page);
                    }
                    else
                    {
                        AppendPair("expects", null, ValueText.Of(expected.ToValue()), page);
                    }
                }

                page.Append("</dl>\n");
            }

            page.Append("</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static void AppendPair(string before, string? key, string text, StringBuilder page) =>
        page.Append("<dt>").Append(before)
            .Append(key is null ? "" : $" <code>{HtmlText.Of(key)}</code>").Append("</dt><dd dir=\"auto\">")
            .Append(HtmlText.Of(text)).Append("</dd>\n");

    /// <summary>A prompt's texts; for a flow, those of its inline prompts.</summary>
    private static IEnumerable<(string? Title, Template Template)> Texts(Definition definition) => definition switch
    {
        Prompt prompt => Texts(prompt.Body),
        Flow flow =>
            from node in flow.Body.AllNodes
            let inline = (node.Configuration as NodeConfiguration.Prompt)?.Source as PromptSource.Inline
            where inline is not null
            from text in Texts(inline.Prompt.Body)
            select (text.Title is { } title ? $"{node.Name.Value}, {title}" : node.Name.Value, text.Template),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<(string? Title, Template Template)> Texts(PromptBody body) => body switch
    {
        PromptBody.Text text => [(null, text.Template)],
        PromptBody.Chat chat =>
        [
            .. Of("system", chat.System ?? []),
            .. chat.Messages.SelectMany(message =>
                Of(message.Role is Role.User ? "user" : "assistant", message.Content)),
        ],
        _ => [],
    };

    private static IEnumerable<(string? Title, Template Template)> Of(string title, IEnumerable<Block> blocks) =>
        blocks.OfType<Block.Text>().Select(block => ((string?)title, block.Template));

    private static void AppendMarked(Template template, StringBuilder page)
    {
        var done = 0;
        foreach (var use in template.Uses)
        {
            var end = use.Offset + use.Name.Length + "{{}}".Length;
            page.Append(HtmlText.Of(template.Text[done..use.Offset])).Append("<mark>")
                .Append(HtmlText.Of(template.Text[use.Offset..end])).Append("</mark>");
            done = end;
        }

        page.Append(HtmlText.Of(template.Text[done..]));
    }
}
