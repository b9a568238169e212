using Infra.Definitions.Yaml;

namespace Infra.Definitions.Templates;

/// <summary>Walks a scalar's content and its spelling side by side, and stops where they do not match.</summary>
internal ref struct ScalarWalk
{
    private readonly List<ScalarRun> _runs = [];
    private readonly ReadOnlySpan<char> _content;
    private readonly ReadOnlySpan<char> _raw;
    private readonly int _end;
    private int _at;
    private int _rawAt;

    private ScalarWalk(YamlNode.Scalar scalar)
    {
        _content = scalar.Text;
        _raw = scalar.Source.Source.Text;
        (_rawAt, _end) = (scalar.Source.Start, scalar.Source.End);
    }

    private readonly bool IsOpen => _at < _content.Length && _rawAt < _end;

    public static IReadOnlyList<ScalarRun> Runs(YamlNode.Scalar scalar)
    {
        var walk = new ScalarWalk(scalar);
        switch (scalar.Style)
        {
            case ScalarStyle.Literal or ScalarStyle.Folded:
                walk.Block(scalar.Style is ScalarStyle.Folded);
                break;
            case ScalarStyle.Quoted when walk.IsOpen:
                walk.Quoted(walk._raw[walk._rawAt++]);
                break;
            default:
                walk.Quoted(quote: '\0');
                break;
        }

        return walk._runs;
    }

    private void Block(bool folded)
    {
        NextLine();
        var indentation = Indentation();
        _at = folded ? Math.Max(0, _content.IndexOfAnyExcept('\n')) : 0;
        while (IsOpen)
        {
            var line = _raw[_rawAt.._end];
            line = line.IndexOf('\n') is var end and >= 0 ? line[..end] : line;
            var text = line[Math.Min(indentation, Blanks(line))..];
            _rawAt += line.Length - text.Length;
            if (!_content[_at..].StartsWith(text))
            {
                return;
            }

            Match(text.Length);
            _rawAt++;
            _at += !folded ? 1 : text.IsEmpty ? 0 : FoldedBreak();
        }
    }

    private void NextLine() =>
        _rawAt = _raw[_rawAt..].IndexOf('\n') is var end and >= 0 ? _rawAt + end + 1 : _raw.Length;

    /// <summary>How many spaces of indentation the file has before the first visible character that the content does
    /// not have.</summary>
    private readonly int Indentation()
    {
        var visible = _content.IndexOfAnyExcept(' ', '\n');
        var rawVisible = _rawAt >= _end ? -1 : _raw[_rawAt.._end].IndexOfAnyExcept(' ', '\n');
        return visible < 0 || rawVisible < 0
            ? 0
            : Column(_raw[_rawAt..], rawVisible) - Column(_content, visible);
    }

    private static int Column(ReadOnlySpan<char> text, int index) => index - text[..index].LastIndexOf('\n') - 1;

    private static int Blanks(ReadOnlySpan<char> line) =>
        line.IndexOfAnyExcept(' ') is var blanks and >= 0 ? blanks : line.Length;

    /// <summary>A line end in a folded block: a space in the content, or one line end for each empty line that
    /// follows.</summary>
    private readonly int FoldedBreak()
    {
        var rest = _content[_at..];
        var breaks = rest.IndexOfAnyExcept('\n') is var others and >= 0 ? others : rest.Length;
        return breaks == 0 && rest is [' ', ..] ? 1 : breaks;
    }

    private void Quoted(char quote)
    {
        while (IsOpen)
        {
            var next = _raw[_rawAt];
            if (next is ' ' or '\t' or '\n')
            {
                White();
            }
            else if (next is '\\' && quote is '"')
            {
                Escape();
            }
            else if (next is '\'' && quote is '\'')
            {
                Match(1, raw: 2);
            }
            else if (next == _content[_at])
            {
                Match(1);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>White space that contains line ends: a single line end becomes a space, several become one
    /// fewer.</summary>
    private void White()
    {
        var rest = _raw[_rawAt.._end];
        var length = rest.IndexOfAnyExcept(" \t\n") is var end and >= 0 ? end : rest.Length;
        var breaks = rest[..length].Count('\n');
        Match(breaks == 0 ? length : Math.Max(1, breaks - 1), raw: length);
    }

    private void Escape()
    {
        var letter = _rawAt + 1 < _end ? _raw[_rawAt + 1] : '\0';
        if (letter is '\n')
        {
            var rest = _raw[(_rawAt + 2).._end];
            Match(0, raw: 2 + (rest.IndexOfAnyExcept(" \t\n") is var end and >= 0 ? end : rest.Length));
            return;
        }

        Match(
            letter is 'U' && char.IsHighSurrogate(_content[_at]) ? 2 : 1,
            raw: letter switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 });
    }

    private void Match(int characters) => Match(characters, characters);

    private void Match(int characters, int raw)
    {
        if (characters > 0 && (_runs is [] || _runs[^1].Raw - _runs[^1].Content != _rawAt - _at))
        {
            _runs.Add(new(_at, _rawAt));
        }

        _at += characters;
        _rawAt += raw;
    }
}
