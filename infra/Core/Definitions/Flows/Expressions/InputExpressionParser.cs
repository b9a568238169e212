using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Definitions.Flows.Expressions;

/// <summary>Reads an <see cref="InputExpression"/> in one pass, without backtracking.</summary>
internal ref struct InputExpressionParser
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private InputExpressionParser(ReadOnlySpan<char> text) => _text = text;

    private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

    public static ParsedExpression<InputExpression> Parse(string text)
    {
        if (!text.StartsWith(InputExpression.Root, StringComparison.Ordinal))
        {
            return new(null, new(0, $"it must start with {InputExpression.Root}"));
        }

        var parser = new InputExpressionParser(text) { _at = InputExpression.Root.Length };
        var steps = ImmutableArray.CreateBuilder<InputStep>();
        while (parser._at < text.Length)
        {
            if (parser.Step(steps) is { } fault)
            {
                return new(null, fault);
            }
        }

        return new(new(steps.DrainToImmutable()), null);
    }

    private ExpressionFault? Step(ImmutableArray<InputStep>.Builder steps)
    {
        if (Take('.'))
        {
            return Name(steps);
        }

        return Take('[') ? Bracket(steps) : ExpressionFault.Expected(_at, "'.' or '['");
    }

    private ExpressionFault? Name(ImmutableArray<InputStep>.Builder steps)
    {
        if (Take('*'))
        {
            steps.Add(new InputStep.Every());
            return null;
        }

        var start = _at;
        while (char.IsLetterOrDigit(Next) || Next is '_' or '-')
        {
            _at++;
        }

        if (start == _at)
        {
            return ExpressionFault.Expected(_at, "a name or '*'");
        }

        steps.Add(new InputStep.Key(_text[start.._at].ToString()));
        return null;
    }

    private ExpressionFault? Bracket(ImmutableArray<InputStep>.Builder steps)
    {
        Blanks();
        if (Take('*'))
        {
            steps.Add(new InputStep.Every());
            return Close();
        }

        if (Next is '\'' or '"')
        {
            return new(_at, "a name follows '.', without quotes and brackets");
        }

        var first = Index();
        Blanks();
        if (Take(':'))
        {
            Blanks();
            steps.Add(new InputStep.Range(first, Index()));
            return Close();
        }

        return first is { } index ? Indices(index, steps) : ExpressionFault.Expected(_at, "a number or '*'");
    }

    private ExpressionFault? Indices(int first, ImmutableArray<InputStep>.Builder steps)
    {
        var indices = ImmutableArray.Create(first);
        while (Take(','))
        {
            Blanks();
            if (Index() is not { } index)
            {
                return ExpressionFault.Expected(_at, "a number");
            }

            indices = indices.Add(index);
            Blanks();
        }

        steps.Add(indices.Length == 1 ? new InputStep.Item(first) : new InputStep.Items(indices));
        return Close();
    }

    private ExpressionFault? Close()
    {
        Blanks();
        return Take(']') ? null : ExpressionFault.Expected(_at, "']'");
    }

    private int? Index()
    {
        var start = _at;
        while (char.IsAsciiDigit(Next))
        {
            _at++;
        }

        return int.TryParse(_text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }

    private void Blanks()
    {
        while (Next is ' ')
        {
            _at++;
        }
    }

    private bool Take(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }
}
