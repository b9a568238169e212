using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Converse;

/// <summary>The input of a model: system texts and messages.</summary>
/// <param name="System">System content blocks.</param>
/// <param name="Messages">The messages, in Converse's form.</param>
/// <param name="HasTools">Whether tools are configured.</param>
internal sealed record Conversation(
    ImmutableArray<JsonObject> System, ImmutableArray<JsonObject> Messages, bool HasTools)
{
    /// <summary>All of its text, one block after the other.</summary>
    public string Text => string.Join(
        '\n',
        System.Concat(Messages.SelectMany(Blocks)).Select(block => block["text"]?.GetValue<string>()).OfType<string>());

    /// <summary>The conversation with more messages; a first one of the same role continues the last.</summary>
    public Conversation Followed(ImmutableArray<JsonObject> turns) =>
        turns.IsEmpty || Messages.IsEmpty || Role(Messages[^1]) != Role(turns[0])
            ? this with { Messages = Messages.AddRange(turns) }
            : this with { Messages = [.. Messages[..^1], Joined(Messages[^1], turns[0]), .. turns[1..]] };

    /// <summary>The first of Converse's rules that it violates, or null.</summary>
    public Fault? Broken() => Turns() ?? BlankText() ?? ToolsWithoutConfiguration();

    private Fault? Turns()
    {
        if (Messages.IsEmpty || Role(Messages[0]) is not "user")
        {
            return Fault.Validation("A conversation must start with a user message. "
                + "Try again with a conversation that starts with a user message.");
        }

        return Messages.Zip(Messages.Skip(1)).Any(turn => Role(turn.First) == Role(turn.Second))
            ? Fault.Validation("A conversation must alternate between user and assistant roles. "
                + "Make sure the conversation alternates between user and assistant roles and try again.")
            : null;
    }

    private Fault? BlankText()
    {
        for (var message = 0; message < Messages.Length; message++)
        {
            var blocks = Blocks(Messages[message]).ToList();
            if (blocks.Count is 0)
            {
                return Fault.Validation($"The content field in the Message object at messages.{message} is empty. "
                    + "Add a ContentBlock object to the content field and try again.");
            }

            var blank = blocks.FindIndex(block => string.IsNullOrWhiteSpace(block["text"]?.GetValue<string>() ?? "-"));
            if (blank >= 0)
            {
                return Fault.Validation("The text field in the ContentBlock object at "
                    + $"messages.{message}.content.{blank} is blank. Add text to the text field, and try again.");
            }
        }

        return null;
    }

    private Fault? ToolsWithoutConfiguration() =>
        !HasTools && Messages.SelectMany(Blocks).Any(block => (block["toolUse"] ?? block["toolResult"]) is not null)
            ? Fault.Validation("The toolConfig field must be defined when using toolUse and toolResult content blocks.")
            : null;

    private static IEnumerable<JsonObject> Blocks(JsonObject message) =>
        (message["content"] as JsonArray ?? []).Select(block => block!.AsObject());

    private static JsonObject Joined(JsonObject turn, JsonObject next) => new()
    {
        ["role"] = turn["role"]!.DeepClone(),
        ["content"] = new JsonArray([.. Blocks(turn).Concat(Blocks(next)).Select(block => block.DeepClone())]),
    };

    private static string? Role(JsonObject message) => message["role"]?.GetValue<string>();
}
