using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Alarms;

/// <summary>Reads metric math. Operators, from the tightest to the loosest: <c>^</c>, <c>* /</c>, <c>+ -</c>,
/// comparisons, AND, OR.</summary>
/// <remarks>Source: Amazon CloudWatch user guide, "Using math expressions with CloudWatch metrics", read 2026-11-28.
/// </remarks>
public sealed partial class MathReader
{
    /// <summary>The deepest nesting that is read; expressions that people write are not nested this deeply.</summary>
    private const int Deepest = 100;

    private static readonly ImmutableArray<ImmutableDictionary<string, MathOperator>> Levels =
    [
        Operators(("||", MathOperator.Or), ("OR", MathOperator.Or)),
        Operators(("&&", MathOperator.And), ("AND", MathOperator.And)),
        Operators(
            ("==", MathOperator.Equal),
            ("!=", MathOperator.NotEqual),
            ("<", MathOperator.Less),
            ("<=", MathOperator.LessOrEqual),
            (">", MathOperator.Greater),
            (">=", MathOperator.GreaterOrEqual)),
        Operators(("+", MathOperator.Add), ("-", MathOperator.Subtract)),
        Operators(("*", MathOperator.Multiply), ("/", MathOperator.Divide)),
        Operators(("^", MathOperator.Power)),
    ];

    private readonly ImmutableArray<string> _tokens;
    private int _next;
    private int _depth;
    private string? _problem;

    private MathReader(string text) => _tokens = [.. Token().Matches(text).Select(match => match.Value)];

    /// <summary>The expression that a text states, or what is wrong with it.</summary>
    public static (MathExpression? Expression, string? Problem) Read(string text)
    {
        var reader = new MathReader(text);
        var expression = reader.Operand(level: 0);
        reader.Expect(null);
        return reader._problem is { } problem ? (null, problem) : (expression, null);
    }

    private MathExpression Operand(int level)
    {
        if (level == Levels.Length)
        {
            return Signed();
        }

        var left = Operand(level + 1);
        while (_problem is null && Next is { } token && Levels[level].TryGetValue(token, out var known))
        {
            _next++;
            left = new MathExpression.Operation(known, left, Operand(level + 1));
        }

        return left;
    }

    private MathExpression Signed()
    {
        if (++_depth > Deepest)
        {
            _problem ??= $"It is nested more than {Deepest} levels deep.";
        }

        var read = _problem is not null ? Wrong("")
            : Took("-") ? new MathExpression.Operation(
                MathOperator.Subtract, new MathExpression.Number(0), Signed())
            : Primary();
        _depth--;
        return read;
    }

    private MathExpression Primary()
    {
        if (Took("("))
        {
            var inner = Operand(level: 0);
            Expect(")");
            return inner;
        }

        if (Took("["))
        {
            return new MathExpression.Several(Arguments("]"));
        }

        var token = Next ?? "";
        _next++;
        return token switch
        {
            ['"' or '\'', _, ..] when token[^1] == token[0] => new MathExpression.Word(token[1..^1]),
            [>= '0' and <= '9' or '.', ..] when double.TryParse(
                token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number) => new MathExpression.Number(number),
            [>= 'A' and <= 'Z', ..] => Took("(")
                ? new MathExpression.Call(token, Arguments(")"))
                : new MathExpression.Word(token),
            [>= 'a' and <= 'z', ..] => new MathExpression.Id(token),
            _ => Wrong(token),
        };
    }

    private ImmutableArray<MathExpression> Arguments(string end)
    {
        var arguments = ImmutableArray.CreateBuilder<MathExpression>();
        if (Took(end))
        {
            return [];
        }

        do
        {
            arguments.Add(Operand(level: 0));
        }
        while (Took(","));
        Expect(end);
        return arguments.DrainToImmutable();
    }

    private string? Next => _next < _tokens.Length ? _tokens[_next] : null;

    private bool Took(string token)
    {
        var isThere = _problem is null && Next == token;
        _next += isThere ? 1 : 0;
        return isThere;
    }

    private void Expect(string? token)
    {
        if (Next == token)
        {
            _next++;
            return;
        }

        _problem ??= token is null ? $"'{Next}' is not expected."
            : $"'{token}' is missing {(Next is null ? "at the end" : $"before '{Next}'")}.";
    }

    private MathExpression.Number Wrong(string token)
    {
        _problem ??= token.Length == 0 ? "It ends too early." : $"'{token}' is not expected.";
        return new(0);
    }

    private static ImmutableDictionary<string, MathOperator> Operators(
        params ReadOnlySpan<(string Sign, MathOperator Operator)> known) =>
        known.ToArray().ToImmutableDictionary(one => one.Sign, one => one.Operator, StringComparer.Ordinal);

    [GeneratedRegex("""
        \d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+|[A-Za-z_]\w*|"[^"]*"|'[^']*'|&&|\|\||[=!<>]=|\S
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
