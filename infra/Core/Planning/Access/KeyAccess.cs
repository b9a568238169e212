using System.Collections.Immutable;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>What a stack's own key must be allowed for; nothing if the service's key is used.</summary>
/// <remarks>
/// The encryption contexts are the unversioned ARNs. Sources, read 2026-11-21: Amazon Bedrock user guide,
/// "Prerequisites for prompt management" and "Encryption of Amazon Bedrock Flows resources".
/// </remarks>
public static class KeyAccess
{
    /// <summary>The action for reading what the key encrypts.</summary>
    public const string Read = "kms:Decrypt";

    /// <summary>The action for writing what the key encrypts.</summary>
    public const string Write = "kms:GenerateDataKey";

    /// <summary>The statements for prompts.</summary>
    public static IEnumerable<Statement> OfPrompts(
        StackSettings settings, IEnumerable<Value> prompts, params ImmutableArray<string> actions) =>
        For("Prompts", "aws:bedrock-prompts:arn", settings, prompts, actions);

    /// <summary>The statements for flows.</summary>
    public static IEnumerable<Statement> OfFlows(
        StackSettings settings, IEnumerable<Value> flows, params ImmutableArray<string> actions) =>
        For("Flows", "aws:bedrock-flows:arn", settings, flows, actions);

    private static IEnumerable<Statement> For(
        string what, string context, StackSettings settings, IEnumerable<Value> arns, ImmutableArray<string> actions)
    {
        if (settings.EncryptionKey is { } key && Arns.Set(arns) is { Length: > 0 } values)
        {
            yield return new($"UseKeyOf{what}", actions, [key])
            {
                Condition = Map(
                    ("StringEquals", Map(("kms:ViaService", List(Join("bedrock.", Region, ".amazonaws.com"))))),
                    ("StringLike", Map(($"kms:EncryptionContext:{context}", List(values))))),
            };
        }
    }
}
