using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Sts;

/// <summary>The operation of sts that tools ask before anything else: whose credentials are these?</summary>
internal static class StsOperations
{
    /// <summary>The XML name space of answers.</summary>
    public const string Space = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>By name.</summary>
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
