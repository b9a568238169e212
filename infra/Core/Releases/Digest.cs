using System.Security.Cryptography;
using System.Text;
using Infra.Definitions;
using Infra.Values;

namespace Infra.Releases;

/// <summary>The SHA-256 digest of what a definition deploys.</summary>
public static class Digest
{
    /// <summary>The length of the short form.</summary>
    /// <value>8 hexadecimal digits.</value>
    private const int ShortLength = 8;

    private const string Algorithm = "sha256:";

    /// <summary>The first digits of a digest, without the algorithm. A text that is not a digest is shortened in the
    /// same way and matches none.</summary>
    public static string Short(string digest) => string.Concat(digest.Skip(Algorithm.Length).Take(ShortLength));

    /// <summary><c>sha256:</c> and 64 hexadecimal digits, computed from the canonical JSON of
    /// <see cref="ReleasedContent"/>.</summary>
    public static string Of(Definition definition) => Of(ReleasedContent.Of(definition));

    /// <summary>The digest of any content.</summary>
    public static string Of(Value content) =>
        Algorithm
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Compact(content))));
}
