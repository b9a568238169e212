using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks variables: declared, used, and with names that AWS accepts and that have a meaning.</summary>
public static class VariableRules
{
    /// <summary>Names that could be any variable's.</summary>
    private static readonly string[] Weak = ["arg", "bar", "baz", "data", "foo", "param", "stuff", "temp", "thing",
        "tmp", "val", "value", "var", "variable"];

    /// <summary>Names that have no meaning once they are numbered.</summary>
    private static readonly string[] WeakWithNumber =
        ["content", "field", "input", "item", "output", "prompt", "string", "text"];

    /// <summary>All problems of a prompt's variables.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
    [
        .. TextRules.AreFew(prompt.Variables, variable => variable.Name.At, "variables", Limits.Variables),
        .. NamesAreTaken(prompt.Variables),
        .. NamesAreMeaningful(prompt.Variables),
        .. VariablesAreDeclared(prompt),
        .. VariablesAreUsed(prompt),
    ];

    /// <summary>AWS must accept the names (PRM024).</summary>
    public static IEnumerable<Diagnostic> NamesAreTaken(IEnumerable<Variable> variables) =>
        from variable in variables
        where !Template.IsVariableName(variable.Name.Value)
        select Problems.MalformedName(variable.Name.At, variable.Name.Value);

    /// <summary>The names must say what callers pass (PRM033).</summary>
    public static IEnumerable<Diagnostic> NamesAreMeaningful(IEnumerable<Variable> variables) =>
        from variable in variables
        where IsWeak(variable.Name.Value)
        select Problems.WeakVariableName(variable.Name.At, variable.Name.Value);

    /// <summary>Every variable in the template must be declared (PRM012).</summary>
    public static IEnumerable<Diagnostic> VariablesAreDeclared(Prompt prompt)
    {
        if (prompt.Doubtful.Contains("variables"))
        {
            return [];
        }

        var declared = prompt.Variables.Select(variable => variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        return
            from template in prompt.Body.Templates
            from use in template.Uses
            where !declared.Contains(use.Name)
            select Problems.UndeclaredVariable(
                template.Locate(use.Offset), use.Name, DidYouMean.Nearest(use.Name, declared));
    }

    /// <summary>Every declared variable must be used (PRM013).</summary>
    /// <remarks>
    /// Not reported: a variable that a misspelt or malformed one in the template probably means. Nothing is reported if
    /// the template could not be read as a whole, or if there are two.
    /// </remarks>
    public static IEnumerable<Diagnostic> VariablesAreUsed(Prompt prompt)
    {
        var templates = prompt.Body.Templates.ToImmutableArray();
        if (prompt.Doubtful.Overlaps(["text", "system", "messages", "variables"])
            || templates.Any(template => !template.Source.IsComplete))
        {
            return [];
        }

        var used = templates.SelectMany(template => template.Uses).Select(use => use.Name)
            .ToHashSet(StringComparer.Ordinal);
        var unused = prompt.Variables.Select(variable => variable.Name).Where(name => !used.Contains(name.Value))
            .ToArray();
        if (unused.Length == 0)
        {
            return [];
        }

        var declared = prompt.Variables.Select(variable => variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        var misspelt = used.Except(declared).Select(name => DidYouMean.Nearest(name, declared))
            .ToHashSet(StringComparer.Ordinal);
        var faulty = templates.Where(template => !template.Faults.IsEmpty).Select(template => template.Text).ToArray();
        return
            from name in unused
            where Template.IsVariableName(name.Value) && !misspelt.Contains(name.Value)
                && !Array.Exists(faulty, text => text.Contains(name.Value, StringComparison.Ordinal))
            select Problems.UnusedVariable(name.At, name.Value);
    }

    private static bool IsWeak(string name)
    {
        var letters = name.AsSpan().TrimEnd("0123456789").TrimEnd("-_");
        return letters.Length <= 1 || IsOneOf(letters, Weak)
            || (letters.Length < name.Length && IsOneOf(letters, WeakWithNumber));
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
