using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Infra.Alarms;

/// <summary>The rule of a composite alarm.</summary>
public abstract partial record AlarmRule
{
    /// <summary>The deepest nesting that is read: AWS takes rules of 10,240 characters, all of which could be
    /// brackets.</summary>
    private const int Deepest = 100;

    private AlarmRule()
    {
    }

    /// <summary>An alarm has a state.</summary>
    public sealed record Has(AlarmState State, string Alarm) : AlarmRule;

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    public sealed record Always(bool IsTrue) : AlarmRule;

    /// <summary>The other expression does not hold.</summary>
    public sealed record Not(AlarmRule Of) : AlarmRule;

    /// <summary>Both expressions hold.</summary>
    public sealed record And(AlarmRule Left, AlarmRule Right) : AlarmRule;

    /// <summary>At least one of the two expressions holds.</summary>
    public sealed record Or(AlarmRule Left, AlarmRule Right) : AlarmRule;

    /// <summary>Whether the rule holds.</summary>
    /// <param name="stateOf">The state of an alarm, by its name or ARN.</param>
    public bool Holds(Func<string, AlarmState> stateOf) => this switch
    {
        Has has => stateOf(has.Alarm) == has.State,
        Always always => always.IsTrue,
        Not not => !not.Of.Holds(stateOf),
        And and => and.Left.Holds(stateOf) && and.Right.Holds(stateOf),
        Or or => or.Left.Holds(stateOf) || or.Right.Holds(stateOf),
        _ => throw new UnreachableException(),
    };

    /// <summary>The alarms that the rule mentions.</summary>
    public IEnumerable<string> Alarms => this switch
    {
        Has has => [has.Alarm],
        Always => [],
        Not not => not.Of.Alarms,
        And and => and.Left.Alarms.Concat(and.Right.Alarms),
        Or or => or.Left.Alarms.Concat(or.Right.Alarms),
        _ => throw new UnreachableException(),
    };

    /// <summary>The rule that a text states, or what is wrong with it.</summary>
    /// <remarks>Source: CloudWatch API, PutCompositeAlarm, AlarmRule, read 2026-11-28.</remarks>
    public static (AlarmRule? Rule, string? Problem) Read(string text)
    {
        ImmutableArray<string> tokens = [.. Token().Matches(text).Select(match => match.Value)];
        var next = 0;
        var rule = Alternatives(tokens, ref next, depth: 0);
        return rule is null || next < tokens.Length
            ? (null, next < tokens.Length ? $"'{tokens[next]}' is not expected." : "It ends too early.")
            : (rule, null);
    }

    private static AlarmRule? Alternatives(ImmutableArray<string> tokens, ref int next, int depth)
    {
        var left = Conjunction(tokens, ref next, depth);
        while (left is not null && At(tokens, next) is "OR")
        {
            next++;
            left = Conjunction(tokens, ref next, depth) is { } right ? new Or(left, right) : null;
        }

        return left;
    }

    private static AlarmRule? Conjunction(ImmutableArray<string> tokens, ref int next, int depth)
    {
        var left = One(tokens, ref next, depth);
        while (left is not null && At(tokens, next) is "AND")
        {
            next++;
            left = One(tokens, ref next, depth) is { } right ? new And(left, right) : null;
        }

        return left;
    }

    private static AlarmRule? One(ImmutableArray<string> tokens, ref int next, int depth)
    {
        if (depth > Deepest)
        {
            return null;
        }

        switch (At(tokens, next))
        {
            case "TRUE" or "FALSE":
                return new Always(tokens[next++] is "TRUE");
            case "NOT":
                next++;
                return One(tokens, ref next, depth + 1) is { } negated ? new Not(negated) : null;
            case "(":
                next++;
                var inner = Alternatives(tokens, ref next, depth + 1);
                return inner is not null && Closes(tokens, ref next) ? inner : null;
            case "ALARM" or "OK" or "INSUFFICIENT_DATA" when At(tokens, next + 1) is "("
                && At(tokens, next + 2) is { } name and not "(" and not ")":
                var state = tokens[next] switch
                {
                    "ALARM" => AlarmState.Alarm,
                    "OK" => AlarmState.Ok,
                    _ => AlarmState.InsufficientData,
                };
                next += 3;
                return Closes(tokens, ref next) ? new Has(state, name.Trim('"', '\'')) : null;
            default:
                return null;
        }
    }

    private static bool Closes(ImmutableArray<string> tokens, ref int next)
    {
        var closes = At(tokens, next) is ")";
        next += closes ? 1 : 0;
        return closes;
    }

    private static string? At(ImmutableArray<string> tokens, int index) =>
        index < tokens.Length ? tokens[index] : null;

    [GeneratedRegex("""[()]|"[^"]*"|'[^']*'|[^\s()"']+""")]
    private static partial Regex Token();
}
