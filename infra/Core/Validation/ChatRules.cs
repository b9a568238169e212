using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks conversations.</summary>
public static class ChatRules
{
    /// <summary>The user speaks first, speakers alternate, and each message has content (PRM046, PRM047,
    /// PRM048).</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
        prompt.Body is PromptBody.Chat chat && !prompt.Doubtful.Contains("messages") ? Check(chat) : [];

    private static IEnumerable<Diagnostic> Check(PromptBody.Chat chat)
    {
        Role? last = null;
        foreach (var message in chat.Messages)
        {
            if (last is null && message.Role is Role.Assistant)
            {
                yield return Problems.FirstTurnIsAssistant(message.At);
            }
            else if (last == message.Role)
            {
                yield return Problems.TurnsDoNotAlternate(message.At, message.Role is Role.User ? "user" : "assistant");
            }

            if (message.Content.IsEmpty)
            {
                yield return Problems.EmptyTurn(message.At);
            }

            last = message.Role;
        }
    }
}
