using System.Text;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;
using Infra.Spelling;
using Infra.Values;

namespace Infra.Targets.Pages;

/// <summary>The parts of a definition on its page: texts with their variables marked, and test cases.</summary>
internal static class CatalogParts
{
    /// <summary>What is sent, in its order, and what callers fill in.</summary>
    public static void AppendTexts(Definition definition, StringBuilder page)
    {
        if (definition is not Prompt prompt)
        {
            return;
        }

        page.Append("<h3>Text</h3>\n");
        foreach (var (title, template) in Texts(prompt.Body))
        {
            page.Append(title is null ? "" : $"<h4>{title}</h4>\n").Append("<pre tabindex=\"0\">");
            AppendMarked(template, page);
            page.Append("</pre>\n");
        }

        if (!prompt.Variables.IsEmpty)
        {
            page.Append("<h3>Variables</h3>\n<dl>\n");
            foreach (var variable in prompt.Variables)
            {
                page.Append("<dt><code>").Append(HtmlText.Of(variable.Name.Value)).Append("</code></dt><dd>")
                    .Append(HtmlText.Of(variable.Description?.Value ?? "")).Append("</dd>\n");
            }

            page.Append("</dl>\n");
        }
    }

    /// <summary>The cases: what is given, what is expected.</summary>
    public static void AppendTests(Definition definition, StringBuilder page)
    {
        if (definition.Tests.IsEmpty)
        {
            return;
        }

        var secret = definition is Prompt prompt
            ? prompt.Variables.Where(variable => variable.Secret).Select(variable => variable.Name.Value).ToHashSet()
            : [];
        page.Append("<h3>Tests</h3>\n<ul>\n");
        foreach (var test in definition.Tests)
        {
            page.Append("<li><strong>").Append(HtmlText.Of(test.Name.Value)).Append("</strong>");
            foreach (var given in test.Given)
            {
                var value = secret.Contains(given.Name.Value) ? "(secret)" : ValueText.Of(given.Value.ToValue());
                page.Append("<br>").Append(HtmlText.Of($"{given.Name.Value}: {value}"));
            }

            foreach (var expected in test.Expect)
            {
                page.Append("<br>expects <code>").Append(HtmlText.Of(ValueText.Of(expected.ToValue())))
                    .Append("</code>");
            }

            page.Append("</li>\n");
        }

        page.Append("</ul>\n");
    }

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
