using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Templates;

/// <summary>A text with <c>{{variable}}</c> where a caller's value goes.</summary>
/// <param name="Source">The text, includes and partials expanded.</param>
/// <param name="Uses">Its variables, in the order of the text.</param>
/// <param name="Faults">What stands between double braces and is no variable.</param>
public sealed record Template(TracedText Source, ImmutableArray<VariableUse> Uses, ImmutableArray<TemplateFault> Faults)
{
    /// <summary>The text as it is deployed.</summary>
    public string Text => Source.Content;

    /// <summary>Finds the variables of a text.</summary>
    public static Template Parse(TracedText source) => TemplateParser.Parse(source);

    /// <summary>Whether a name can be a variable.</summary>
    /// <remarks>Source: CloudFormation schema of AWS::Bedrock::Prompt, PromptInputVariable.Name,
    /// read 2026-08-07.</remarks>
    public static bool IsVariableName(ReadOnlySpan<char> name) => Names.IsBedrockName(name);

    /// <summary>The place of a use or fault.</summary>
    public Location Locate(int offset) => Source.Locate(offset);
}

/// <summary>A variable in a text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Index of the first brace in the text.</param>
public sealed record VariableUse(string Name, int Offset);

/// <summary>Something in a text that looks like a variable and is none.</summary>
/// <param name="Offset">Index of the first brace in the text.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Content">What stands between the braces.</param>
public sealed record TemplateFault(int Offset, TemplateFaultKind Kind, string Content);

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
