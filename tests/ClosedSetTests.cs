using FluentAssertions;
using Infra.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Infra.Tests;

/// <summary>
/// A new member of an enum or a union is asked for wherever its set is told apart: by the compiler for enums (a missing
/// member is CS8509), by this test for unions, of which the compiler does not know that they are closed. To ask for one
/// case of a union alone is to ask a question, not to tell the set apart.
/// </summary>
public sealed class ClosedSetTests
{
    /// <summary>Trees are asked what they are; and each family of checks judges its own kinds of expectation.</summary>
    private static readonly string[] Trees = ["Value", "YamlNode", "ServiceShape", "Kind", "Check"];

    [Fact]
    public void No_switch_over_a_set_of_ours_has_an_arm_for_the_rest() =>
        string.Join('\n', Repository.Sources("infra")
                .SelectMany(source => Violations(source.Name, File.ReadAllText(source.Path))))
            .Should().BeEmpty();

    [Theory]
    [InlineData("severity switch { Severity.Error => 1, _ => 2 }", "_ over the enum Severity")]
    [InlineData("(severity, x) switch { (Severity.Error, _) => 1, _ => 2 }", null)]
    [InlineData(
        "severity switch { Severity.Error => 1, _ => throw new UnreachableException() }", "_ over the enum Severity")]
    [InlineData("target switch { Target.Pinned(1, _) => 1, Target.Draft => 2, Target.Latest => 3, _ => 4 }", null)]
    [InlineData(
        "target switch { Target.Draft or Target.Latest => 1, _ => throw new UnreachableException() }",
        "_ over the union Target: Pinned")]
    [InlineData(
        "target switch { Target.Draft or Target.Latest or Target.Pinned => 1, _ => throw new UnreachableException() }",
        null)]
    [InlineData("severity switch { Severity.Error => 1, Severity.Warning => 2 }", null)]
    [InlineData("target switch { Target.Draft or Target.Latest => 1, _ => 2 }", "_ over the union Target: Pinned")]
    [InlineData("target switch { Target.Draft => 1, _ => 2 }", null)]
    [InlineData("text switch { \"a\" => 1, _ => 2 }", null)]
    public void An_arm_for_the_rest_is_found(string expression, string? found) =>
        Violations("A.cs", $"var x = {expression};").Should().Equal(found is null ? [] : [$"A.cs(1): {found}"]);

    private static IEnumerable<string> Violations(string name, string text) =>
        from arms in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<SwitchExpressionSyntax>()
        where arms.Arms.Any(arm => arm is { Pattern: DiscardPatternSyntax, WhenClause: null })
        let line = arms.GetLocation().GetLineSpan().StartLinePosition.Line + 1
        from problem in Problems(arms)
        select $"{name}({line}): {problem}";

    private static IEnumerable<string> Problems(SwitchExpressionSyntax arms)
    {
        var named = arms.Arms
            .Where(arm => !arm.Pattern.DescendantNodesAndSelf().Any(IsTuple))
            .SelectMany(arm => arm.Pattern.DescendantNodesAndSelf(node => node is not PropertyPatternClauseSyntax))
            .Select(Named).OfType<(string, string)>()
            .ToLookup(name => name.Item1, name => name.Item2, StringComparer.Ordinal);
        return
        [
            .. named.Where(set => ClosedSets.Enums.Contains(set.Key)).Select(set => $"_ over the enum {set.Key}"),
            .. from set in named
               where ClosedSets.Unions.ContainsKey(set.Key) && !Trees.Contains(set.Key)
               let missing = ClosedSets.Unions[set.Key].Except(set, StringComparer.Ordinal)
                   .Order(StringComparer.Ordinal).ToList()
               where missing is not [] && set.Distinct(StringComparer.Ordinal).Skip(1).Any()
               select $"_ over the union {set.Key}: {string.Join(", ", missing)}",
        ];
    }

    /// <summary>A set and its member, as in <c>Severity.Error</c>.</summary>
    private static (string Set, string Member)? Named(Microsoft.CodeAnalysis.SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax { Expression: var set } member when !IsForeign(set.ToString()) =>
            (Last(set.ToString()), member.Name.Identifier.Text),
        QualifiedNameSyntax name => (Last(name.Left.ToString()), name.Right.Identifier.Text),
        _ => null,
    };

    private static bool IsTuple(Microsoft.CodeAnalysis.SyntaxNode node) =>
        node is RecursivePatternSyntax { Type: null, PositionalPatternClause: not null };

    private static bool IsForeign(string set) => set.StartsWith("YamlDotNet.", StringComparison.Ordinal);

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];
}
