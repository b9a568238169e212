using System.Security.Cryptography;
using System.Text;

namespace Infra.Planning;

/// <summary>A part of a name that depends on the content: other content results in another name.</summary>
internal static class ShortDigest
{
    /// <summary>The number of digits.</summary>
    public const int Length = 8;

    /// <summary>The first digits of the text's SHA-256, in hexadecimal.</summary>
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
