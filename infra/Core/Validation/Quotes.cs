namespace Infra.Validation;

/// <summary>Finds out whether places are between quotation marks on their line; queries must move forward.</summary>
internal sealed class Quotes(string text)
{
    private static readonly (char Open, char Close)[] Pairs =
        [('"', '"'), ('`', '`'), ('“', '”'), ('«', '»'), ('「', '」')];

    private readonly bool[] _isOpen = new bool[Pairs.Length];
    private readonly int[] _lastClose = new int[Pairs.Length];
    private int _at;
    private int _lineEnd = -1;

    /// <summary>Whether a quotation mark is open at a place and closed later on the line, or apostrophes surround the
    /// braces.</summary>
    public bool Surround(int place)
    {
        if (place > _lineEnd)
        {
            StartLine(place);
        }

        for (; _at < place; _at++)
        {
            Pass(text[_at]);
        }

        for (var i = 0; i < Pairs.Length; i++)
        {
            if (_isOpen[i] && _lastClose[i] > place)
            {
                return true;
            }
        }

        return place > 0 && text[place - 1] is '\'' && text.AsSpan(place).IndexOf("}}") is var close and >= 0
            && text.AsSpan(place + close + 2) is ['\'', ..];
    }

    private void StartLine(int place)
    {
        _at = place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;
        _lineEnd = text.IndexOf('\n', place) is var end and >= 0 ? end : text.Length;
        Array.Clear(_isOpen);
        for (var i = 0; i < Pairs.Length; i++)
        {
            _lastClose[i] = _at + text.AsSpan(_at, _lineEnd - _at).LastIndexOf(Pairs[i].Close);
        }
    }

    private void Pass(char letter)
    {
        for (var i = 0; i < Pairs.Length; i++)
        {
            var (open, close) = Pairs[i];
            _isOpen[i] = open == close && letter == open
                ? !_isOpen[i]
                : letter == open || (letter != close && _isOpen[i]);
        }
    }
}
