using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>A text with <c>{{variable}}</c> where a caller's value goes.</summary>
/// <param name="Source">The text, includes and partials expanded.</param>
/// <param name="Uses">Its variables, in the order of the text.</param>
/// <param name="Faults">What stands between double braces and is no variable.</param>
public sealed record Template(TracedText Source, ImmutableArray<VariableUse> Uses, ImmutableArray<TemplateFault> Faults)
{
    /// <summary>The text as it is deployed.</summary>
    public string Text => Source.Content;

    /// <summary>Finds the variables of a text.</summary>
    public static Template Parse(TracedText source)
    {
        var uses = ImmutableArray.CreateBuilder<VariableUse>();
        var faults = ImmutableArray.CreateBuilder<TemplateFault>();
        var text = source.Content;
        for (var open = Next(text, 0); open >= 0;)
        {
            open = text[open + 1] is '%'
                ? Statement(text, open, faults)
                : Braces(text, open, uses, faults);
            open = Next(text, open);
        }

        return new(source, uses.DrainToImmutable(), faults.DrainToImmutable());
    }

    /// <summary>Whether a name can be a variable.</summary>
    /// <remarks>Source: CloudFormation schema of AWS::Bedrock::Prompt, PromptInputVariable.Name, read 2026-08-07.</remarks>
    public static bool IsVariableName(ReadOnlySpan<char> name) => Names.IsBedrockName(name);

    /// <summary>The place of a use or fault.</summary>
    public Location Locate(int offset) => Source.Locate(offset);

    private static int Next(string text, int from)
    {
        while (from < text.Length - 1)
        {
            var open = text.IndexOf('{', from);
            if (open < 0 || open == text.Length - 1)
            {
                return -1;
            }

            if (text[open + 1] is '{' or '%')
            {
                return open;
            }

            from = open + 1;
        }

        return -1;
    }

    private static int Statement(string text, int open, ImmutableArray<TemplateFault>.Builder faults)
    {
        var close = text.IndexOf("%}", open, StringComparison.Ordinal);
        if (close >= 0)
        {
            faults.Add(new(open, TemplateFaultKind.Statement, text[open..(close + 2)]));
        }

        return open + 2;
    }

    private static int Braces(
        string text, int open, ImmutableArray<VariableUse>.Builder uses, ImmutableArray<TemplateFault>.Builder faults)
    {
        var close = text.IndexOf("}}", open + 2, StringComparison.Ordinal);
        var line = text.IndexOf('\n', open);
        if (close < 0 || (line >= 0 && line < close))
        {
            faults.Add(new(open, TemplateFaultKind.Unclosed, ""));
            return open + 2;
        }

        var name = text[(open + 2)..close];
        if (IsVariableName(name))
        {
            uses.Add(new(name, open));
        }
        else
        {
            faults.Add(new(open, Kind(name), name));
        }

        return close + 2;
    }

    private static TemplateFaultKind Kind(string name) =>
        IsVariableName(name.AsSpan().Trim()) ? TemplateFaultKind.Blanks
        : name.AsSpan().TrimStart() is ['#' or '/' or '>' or '!' or '^' or '&', ..] ? TemplateFaultKind.Statement
        : TemplateFaultKind.Malformed;
}

/// <summary>A variable in a text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Index of the first brace in the text.</param>
public readonly record struct VariableUse(string Name, int Offset);

/// <summary>Something in a text that looks like a variable and is none.</summary>
/// <param name="Offset">Index of the first brace in the text.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Content">What stands between the braces.</param>
public readonly record struct TemplateFault(int Offset, TemplateFaultKind Kind, string Content);

/// <summary>How a would-be variable fails.</summary>
public enum TemplateFaultKind
{
    /// <summary>No <c>}}</c> follows in the line.</summary>
    Unclosed,

    /// <summary>Blanks around the name.</summary>
    Blanks,

    /// <summary>A statement of a template language: Bedrock substitutes variables only.</summary>
    Statement,

    /// <summary>Anything else that is no name.</summary>
    Malformed,
}
