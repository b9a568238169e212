namespace Infra.Diagnostics;

/// <content>The parts of a prompt: PRM020 to PRM099.</content>
public static partial class Problems
{
    /// <summary>A prompt with both kinds of template.</summary>
    public static Diagnostic TextAndChat(Location at, string key) => Error(
        at, "PRM040",
        $"A prompt is either 'text' or a conversation, but this one has both 'text' and '{key}'. Remove one.");

    /// <summary>A prompt without a template.</summary>
    public static Diagnostic NoTemplate(Location at) => Error(
        at, "PRM041", "The prompt has no template. Add 'text', or 'messages' for a conversation.");

    /// <summary>Parts of a conversation without messages.</summary>
    public static Diagnostic ChatWithoutMessages(Location at, string key) => Error(
        at, "PRM041", $"'{key}' belongs to a conversation, but there are no 'messages'. Add them.");

    /// <summary>A cache point beside a conversation.</summary>
    public static Diagnostic CachePointOfChat(Location at) => Error(
        at, "PRM042", "'cachePoint' at this level is for 'text' only. In a conversation, write - cachePoint: true "
            + "among the blocks.");

    /// <summary>A message from nobody, or from two speakers.</summary>
    public static Diagnostic MessageHasOneSpeaker(Location at) => Error(
        at, "PRM043",
        "A message has exactly one of 'user' and 'assistant'. Start another list item for the next message.");

    /// <summary>A block that is neither a text nor a cache point, or both.</summary>
    public static Diagnostic BlockIsOneThing(Location at) => Error(
        at, "PRM044", "A block is either 'text' or 'cachePoint: true'. Use two list items for both.");

    /// <summary>A tool that lacks a part.</summary>
    public static Diagnostic ToolIsIncomplete(Location at) => Error(
        at, "PRM045", "A tool needs 'name' and 'inputSchema'. Add what is missing; a cache point is an item of its "
            + "own, '- cachePoint: true'.");

    /// <summary>A conversation that starts with the assistant.</summary>
    public static Diagnostic FirstTurnIsAssistant(Location at) => Error(
        at, "PRM046",
        "A conversation starts with the person. Put a 'user' message first, or move this text to 'system'.");

    /// <summary>Two messages in a row by the same speaker.</summary>
    public static Diagnostic TurnsDoNotAlternate(Location at, string role) => Error(
        at, "PRM047", $"'{role}' has two messages in a row, but speakers must alternate. Merge the two, or add the "
            + "other's message between them.");

    /// <summary>A message without content.</summary>
    public static Diagnostic EmptyTurn(Location at) => Error(
        at, "PRM048", "This message is empty. Write its text or remove it.");

    /// <summary>A comment allows a warning without a reason.</summary>
    public static Diagnostic SuppressionNeedsReason(Location at) => Error(
        at, "PRM090", "This comment does not allow a warning, because it gives no code or no reason. Write '# "
            + "prompts: allow PRM031 because <reason>' on the line above the warning.");
}
