using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Sts;

/// <summary>The operation of STS by which tools first find out whose credentials they use.</summary>
internal static class StsOperations
{
    /// <summary>The XML namespace of answers.</summary>
    public const string Space = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>The operations by name.</summary>
    public static ImmutableDictionary<string, Handler> All { get; } = new Dictionary<string, Handler>
    {
        ["GetCallerIdentity"] = new Handler.Reads((_, _) => new JsonObject
        {
            ["Arn"] = $"arn:aws:iam::{Arn.Account}:user/local",
            ["UserId"] = "AIDALOCALBEDROCK00000",
            ["Account"] = Arn.Account,
        }),
    }.ToImmutableDictionary();
}
