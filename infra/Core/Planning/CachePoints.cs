using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;
using Infra.Diagnostics;
using Infra.Models;

namespace Infra.Planning;

/// <summary>The cache points of a prompt.</summary>
internal static class CachePoints
{
    /// <summary>Every cache point, with the most tokens before it; null where a variable's value or a tool precedes
    /// it.</summary>
    public static IEnumerable<(Location? At, int? MostBefore)> In(PromptBody body)
    {
        if (body is PromptBody.Text text)
        {
            return text.CachePoint ? [(null, Most([text.Template]))] : [];
        }

        var chat = (PromptBody.Chat)body;
        var tools = (chat.Tools?.Items ?? [])
            .OfType<Tool.CachePoint>()
            .Select(point => ((Location?)point.At, (int?)null));
        return tools.Concat(InBlocks(chat));
    }

    private static IEnumerable<(Location? At, int? MostBefore)> InBlocks(PromptBody.Chat chat)
    {
        var before = new List<Template>();
        foreach (var block in (chat.System ?? []).Concat(chat.Messages.SelectMany(message => message.Content)))
        {
            switch (block)
            {
                case Block.Text text:
                    before.Add(text.Template);
                    break;
                case Block.CachePoint point:
                    yield return (point.At, chat.Tools is null ? Most(before) : null);
                    break;
            }
        }
    }

    private static int? Most(IReadOnlyCollection<Template> templates) =>
        templates.All(template => template.Uses.IsEmpty)
            ? TokenRange.Of(string.Concat(templates.Select(template => template.Text))).Most
            : null;
}
