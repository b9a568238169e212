using System.Text;

namespace Infra.Tests.Support;

/// <summary>Small damages of a file, as slips of the finger and bad merges make them;
/// the same seed damages alike.</summary>
internal static class Mutations
{
    private static readonly string[] Tokens =
    [
        "{{", "}}", "{{>", "${", "}", "{", "[", "]", "- ", ": ", ":", "|", ">", "\"", "'", "#", "&a ", "*a ", "!!int ",
        "\t", "\n", "\r\n", "---\n",
        "...\n", "%", "?", "null", "true", "-1", "1e400", "\\", "\"\\uD800\"", "\u2028", "\u200B", "\uFEFF", "😀", "\0",
        "text", "kind: flow\n", "<<: ",
    ];

    /// <summary>The bytes with one to three damages.</summary>
    public static byte[] Damage(byte[] content, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            content = random.Next(3) == 0 ? DamageBytes([.. content], random) : DamageLines(content, random);
        }

        return content;
    }

    private static byte[] DamageBytes(List<byte> content, Random random)
    {
        var at = random.Next(content.Count + 1);
        switch (random.Next(4))
        {
            case 0 when at < content.Count:
                content[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                content.Insert(at, (byte)random.Next(256));
                break;
            case 2:
                content.RemoveRange(at, content.Count - at);
                break;
            default:
                content.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                break;
        }

        return [.. content];
    }

    private static byte[] DamageLines(byte[] content, Random random)
    {
        var lines = Encoding.UTF8.GetString(content).Split('\n').ToList();
        var (at, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                lines[at] = new string(' ', random.Next(1, 5)) + lines[at];
                break;
            case 3:
                lines[at] = lines[at].TrimStart();
                break;
            case 4:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            default:
                lines[at] = SwapWords(lines[at], random);
                break;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static string SwapWords(string line, Random random)
    {
        var words = line.Split(' ');
        random.Shuffle(words);
        return string.Join(' ', words);
    }
}
