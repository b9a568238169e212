using System.Globalization;

namespace Infra.Definitions.Flows.Expressions;

/// <summary>
/// Reads a <see cref="ConditionExpression"/> by recursive descent: <c>or</c> binds loosest, then <c>and</c>, then
/// <c>not</c>.
/// </summary>
internal sealed class ConditionParser
{
    private readonly List<ConditionToken> _tokens;
    private int _at;
    private ExpressionFault? _fault;

    private ConditionParser(List<ConditionToken> tokens) => _tokens = tokens;

    private ConditionToken Next => _tokens[_at];

    public static ParsedExpression<ConditionExpression> Parse(string text)
    {
        var (tokens, unreadable) = ConditionLexer.Read(text);
        if (unreadable is not null)
        {
            return new(null, unreadable);
        }

        var parser = new ConditionParser(tokens);
        var expression = parser.Or();
        if (expression is not null && parser.Next.Kind is not ConditionTokenKind.End)
        {
            parser.Fail(parser.Next.Kind is ConditionTokenKind.Close
                ? "an opening parenthesis before this one"
                : "'and', 'or' or the end");
        }

        return parser._fault is { } fault ? new(null, fault) : new(expression, null);
    }

    private ConditionExpression? Or()
    {
        var left = And();
        while (left is not null && TakeWord("or"))
        {
            left = And() is { } right ? new ConditionExpression.Or(left, right) : null;
        }

        return left;
    }

    private ConditionExpression? And()
    {
        var left = Not();
        while (left is not null && TakeWord("and"))
        {
            left = Not() is { } right ? new ConditionExpression.And(left, right) : null;
        }

        return left;
    }

    private ConditionExpression? Not()
    {
        var offset = Next.Offset;
        return TakeWord("not")
            ? Not() is { } part ? new ConditionExpression.Not(part, offset) : null
            : Comparison();
    }

    private ConditionExpression? Comparison()
    {
        if (Operand() is not { } left)
        {
            return null;
        }

        if (Next is not { Kind: ConditionTokenKind.Relation } relation)
        {
            return left;
        }

        _at++;
        return Operand() is { } right
            ? new ConditionExpression.Comparison(left, Meaning(relation.Text), right, left.Offset)
            : null;
    }

    private ConditionExpression? Operand()
    {
        var token = Next;
        switch (token.Kind)
        {
            case ConditionTokenKind.Open:
                return Group();
            case ConditionTokenKind.Number:
                _at++;
                var number = decimal.Parse(token.Text, CultureInfo.InvariantCulture);
                return new ConditionExpression.Constant(number, token.Offset);
            case ConditionTokenKind.Text:
                _at++;
                return new ConditionExpression.Constant(token.Text, token.Offset);
            case ConditionTokenKind.Name when token.Text is "true" or "false":
                _at++;
                return new ConditionExpression.Constant(token.Text is "true", token.Offset);
            case ConditionTokenKind.Name when token.Text is not ("and" or "or" or "not"):
                _at++;
                return new ConditionExpression.Input(token.Text, token.Offset);
            default:
                return Fail("an input, a constant or '('");
        }
    }

    private ConditionExpression? Group()
    {
        _at++;
        var inner = Or();
        if (inner is not null && Next.Kind is not ConditionTokenKind.Close)
        {
            return Fail("')'");
        }

        _at++;
        return inner;
    }

    private bool TakeWord(string word)
    {
        if (Next is not { Kind: ConditionTokenKind.Name } token || token.Text != word)
        {
            return false;
        }

        _at++;
        return true;
    }

    private ConditionExpression? Fail(string expected)
    {
        _fault ??= ExpressionFault.Expected(Next.Offset, expected);
        return null;
    }

    private static Relation Meaning(string sign) => sign switch
    {
        "==" => Relation.Equal,
        "!=" => Relation.NotEqual,
        ">" => Relation.Greater,
        ">=" => Relation.GreaterOrEqual,
        "<" => Relation.Less,
        _ => Relation.LessOrEqual,
    };
}
