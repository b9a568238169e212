using System.Security.Cryptography;
using System.Text;
using Infra.Definitions;
using Infra.Values;

namespace Infra.Releases;

/// <summary>The fingerprint of what a definition deploys.</summary>
public static class Digest
{
    /// <summary><c>sha256:</c> and 64 hexadecimal digits,
    /// over the canonical JSON of <see cref="ReleasedContent"/>.</summary>
    public static string Of(Definition definition) => Of(ReleasedContent.Of(definition));

    /// <summary>The digest of any content.</summary>
    public static string Of(Value content) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Compact(content))))}";
}
