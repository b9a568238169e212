using System.Collections.Immutable;

namespace Infra.Definitions.Templates;

/// <summary>Finds what is between double braces, and what looks like a statement of a template language.</summary>
internal sealed class TemplateParser
{
    private readonly ImmutableArray<VariableUse>.Builder _uses = ImmutableArray.CreateBuilder<VariableUse>();
    private readonly ImmutableArray<TemplateFault>.Builder _faults = ImmutableArray.CreateBuilder<TemplateFault>();
    private readonly string _text;
    private readonly NextIn _lineEnd;
    private readonly NextIn _braces;
    private readonly NextIn _close;
    private readonly NextIn _closeOfStatement;
    private readonly NextIn _closeOfComment;

    private TemplateParser(string text)
    {
        _text = text;
        (_lineEnd, _braces, _close) = (new(text, "\n"), new(text, "{{"), new(text, "}}"));
        (_closeOfStatement, _closeOfComment) = (new(text, "%}"), new(text, "#}"));
    }

    public static Template Parse(TracedText source)
    {
        var parser = new TemplateParser(source.Content);
        for (var open = parser.Next(0); open >= 0;)
        {
            open = parser.Next(source.Content[open + 1] switch
            {
                '{' => parser.Braces(open),
                '%' => parser.Statement(open, parser._closeOfStatement),
                _ => parser.Statement(open, parser._closeOfComment),
            });
        }

        return new(source, parser._uses.DrainToImmutable(), parser._faults.DrainToImmutable());
    }

    private int Next(int from)
    {
        for (var open = _text.IndexOf('{', from);
            open >= 0 && open < _text.Length - 1;
            open = _text.IndexOf('{', open + 1))
        {
            if (_text[open + 1] is '{' or '%' or '#')
            {
                return open;
            }
        }

        return -1;
    }

    /// <summary><c>{% ... %}</c> and <c>{# ... #}</c>, closed on the same line.</summary>
    private int Statement(int open, NextIn closing)
    {
        var close = closing.From(open + 2);
        if (close >= _lineEnd.From(open))
        {
            return open + 2;
        }

        _faults.Add(new(open, TemplateFaultKind.Statement, _text[open..(close + 2)]));
        return close + 2;
    }

    private int Braces(int open)
    {
        var close = _close.From(open + 2);
        if (close >= _lineEnd.From(open) || close > _braces.From(open + 2))
        {
            _faults.Add(new(open, TemplateFaultKind.Unclosed, ""));
            return open + 2;
        }

        var name = _text[(open + 2)..close];
        if (Template.IsVariableName(name))
        {
            _uses.Add(new(name, open));
        }
        else
        {
            _faults.Add(new(open, Kind(name), name));
        }

        return close + 2;
    }

    private static TemplateFaultKind Kind(string name) =>
        Template.IsVariableName(name.AsSpan().Trim()) ? TemplateFaultKind.Blanks
        : name.AsSpan().TrimStart() is ['#' or '/' or '>' or '!' or '^' or '&', ..] ? TemplateFaultKind.Statement
        : TemplateFaultKind.Malformed;

    /// <summary>Finds the next occurrence of a text; queries must move forward, so that no part is searched
    /// twice.</summary>
    private sealed class NextIn(string text, string what)
    {
        private int _at = -1;

        /// <summary>The index of the next occurrence; beyond every index if there is none.</summary>
        public int From(int from)
        {
            if (_at < from)
            {
                _at = text.IndexOf(what, from, StringComparison.Ordinal) is var found and >= 0 ? found : int.MaxValue;
            }

            return _at;
        }
    }
}
