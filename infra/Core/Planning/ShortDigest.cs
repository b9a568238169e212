using System.Security.Cryptography;
using System.Text;

namespace Infra.Planning;

/// <summary>Part of a name that says what the thing holds: other content, another name.</summary>
internal static class ShortDigest
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 8;

    /// <summary>The first digits of the text's SHA-256, in hexadecimal.</summary>
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
