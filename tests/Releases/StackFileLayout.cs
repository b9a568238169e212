using Infra.Settings;

namespace Infra.Tests.Releases;

/// <summary>A stack's file as somebody might have laid it out; the same seed gives the same file.</summary>
internal sealed class StackFileLayout
{
    private readonly List<string> _lines = [];
    private readonly Dictionary<string, int> _comments = [];
    private uint _state;

    private StackFileLayout(int seed) => _state = ((uint)seed * 2654435769u) | 1;

    /// <summary>What the stack serves of <c>a</c>.</summary>
    public required Target? From { get; init; }

    /// <summary>The comments, each with the release in whose line it stands, or 0.</summary>
    public IReadOnlyDictionary<string, int> Comments => _comments;

    /// <summary>The file up to the entry, the entry, and the rest.</summary>
    public (string Before, string Entry, string After) Parts { get; private set; }

    public string Text => Parts.Before + Parts.Entry + Parts.After;

    public override string ToString() => Text;

    public static StackFileLayout Of(Target? from, int seed)
    {
        var layout = new StackFileLayout(seed) { From = from };
        var (first, end) = layout.Write();
        layout.Parts = layout.Cut(first, end);
        return layout;
    }

    private (int First, int End) Write()
    {
        var step = Either(2, 4);
        var indent = new string(' ', step);
        Noise("");
        _lines.Add("config:" + Comment());
        Noise(indent);
        Maybe($"{indent}bedrock-prompts:tags:{Comment()}", $"{indent}  owner: a team{Comment()}");
        Maybe($"{indent}my:text: |{Either("", "-", "+")}", $"{indent}  x: [2]", "", $"{indent}    # text, no comment");
        _lines.Add($"{indent}bedrock-prompts:live:{Comment()}");
        var inner = indent + indent;
        Maybe($"{inner}b: [2, 3]{Comment()}");
        Maybe($"{inner}c:", $"{inner}- 2{Comment()}", $"{inner}- 3");
        _lines.Add($"{inner}d: latest{Comment()}");
        Noise(inner);
        var first = _lines.Count;
        WriteEntry(inner);
        var end = _lines.Count;
        Noise(inner);
        Maybe($"{inner}e: {{ kept: [1, 4], live: 1 }}{Comment()}");
        Noise(indent);
        Maybe($"{indent}bedrock-prompts:protect: true{Comment()}");
        Maybe("encryptionsalt: v1:abc=");
        return (first, end);
    }

    private void WriteEntry(string indent)
    {
        switch (From)
        {
            case Target.Pinned { Kept: [var only] } when Chance(3):
                _lines.Add($"{indent}a: {only}{Comment()}");
                break;
            case Target.Pinned pinned when pinned.Live == pinned.Kept[^1] && Chance(2):
                WriteList($"{indent}a:", indent, pinned);
                break;
            case Target.Pinned pinned:
                WriteMapping(indent, pinned);
                break;
            case { } word:
                var text = word is Target.Draft ? "draft" : "latest";
                _lines.Add($"{indent}{Quoted("a")}: {Quoted(text)}{Comment()}");
                break;
            default:
                break;
        }
    }

    private void WriteMapping(string indent, Target.Pinned target)
    {
        if (Chance(3))
        {
            var parts = new[] { $"kept: {InLine(target)}", $"live: {target.Live}" };
            _lines.Add($"{indent}a: {{ {string.Join(", ", Chance(2) ? parts : parts.Reverse())} }}{Comment()}");
            return;
        }

        _lines.Add($"{indent}a:{Comment()}");
        var inner = indent + Either("  ", "    ");
        var isLiveFirst = Chance(2);
        if (isLiveFirst)
        {
            _lines.Add($"{inner}live: {target.Live}{Comment()}");
        }

        Noise(inner);
        WriteList($"{inner}kept:", inner, target);
        if (!isLiveFirst)
        {
            Noise(inner);
            _lines.Add($"{inner}live: {target.Live}{Comment()}");
        }
    }

    private void WriteList(string key, string indent, Target.Pinned target)
    {
        switch (Next(3))
        {
            case 0:
                _lines.Add($"{key} {InLine(target)}{Comment()}");
                break;
            case 1:
                WriteBrackets(key, indent, target);
                break;
            default:
                var (inner, dash) = (indent + Either("", "  ", "   "), Either("- ", "-   "));
                _lines.Add(key + Comment());
                foreach (var release in target.Kept)
                {
                    Noise(inner);
                    _lines.Add($"{inner}{dash}{release}{Comment(release)}");
                }

                break;
        }
    }

    private void WriteBrackets(string key, string indent, Target.Pinned target)
    {
        _lines.Add($"{key} [{Comment()}");
        foreach (var release in target.Kept)
        {
            Noise(indent + "  ");
            var comma = release == target.Kept[^1] ? Either("", ",") : Either(",", " ,");
            _lines.Add($"{indent}  {release}{comma}{Comment(release)}");
        }

        Noise(indent);
        _lines.Add($"{indent}  ]{Comment()}");
    }

    private string InLine(Target.Pinned target)
    {
        var (separator, pad) = (Either(", ", ",", " , "), Either("", " "));
        return $"[{pad}{string.Join(separator, target.Kept)}{Either("", ",")}{pad}]";
    }

    /// <summary>Empty lines and comments, which belong to nobody.</summary>
    private void Noise(string indent)
    {
        while (Chance(4))
        {
            _lines.Add(Chance(2) ? "" : indent + Comment(0, always: true).TrimStart());
        }
    }

    private void Maybe(params string[] lines)
    {
        if (Chance(2))
        {
            _lines.AddRange(lines);
        }
        else
        {
            // The comments that these lines would have brought.
            foreach (var comment in lines.SelectMany(line => _comments.Keys.Where(line.Contains)).ToArray())
            {
                _comments.Remove(comment);
            }
        }
    }

    private string Comment(int release = 0, bool always = false)
    {
        if (!always && !Chance(3))
        {
            return "";
        }

        var comment = $"# comment {_comments.Count} of {_state}.";
        _comments.Add(comment, release);
        return $" {comment}";
    }

    private (string Before, string Entry, string After) Cut(int first, int end)
    {
        var style = Next(3);
        var lines = _lines.Select(line => line + (style == 0 || (style == 2 && Chance(2)) ? "\r\n" : "\n")).ToList();
        if (Chance(3))
        {
            lines[^1] = lines[^1].TrimEnd();
        }

        return (string.Concat(lines[..first]), string.Concat(lines[first..end]), string.Concat(lines[end..]));
    }

    private string Quoted(string text) => Either(text, $"'{text}'", $"\"{text}\"");

    private bool Chance(int outOf) => Next(outOf) == 0;

    private T Either<T>(params T[] choices) => choices[Next(choices.Length)];

    private int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)below);
    }
}
