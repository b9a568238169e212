using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Templates;

/// <summary>A text with <c>{{variable}}</c> in the places of callers' values.</summary>
/// <param name="Source">The text, with includes and partials expanded.</param>
/// <param name="Uses">The uses of variables, in the order of the text.</param>
/// <param name="Faults">What is between double braces but is not a variable.</param>
public sealed record Template(TracedText Source, ImmutableArray<VariableUse> Uses, ImmutableArray<TemplateFault> Faults)
{
    /// <summary>The text as it is deployed.</summary>
    public string Text => Source.Content;

    /// <summary>Finds the variables in a text.</summary>
    public static Template Parse(TracedText source) => TemplateParser.Parse(source);

    /// <summary>Whether a name can be a variable.</summary>
    /// <remarks>Source: CloudFormation schema of AWS::Bedrock::Prompt, PromptInputVariable.Name,
    /// read 2026-08-07.</remarks>
    public static bool IsVariableName(ReadOnlySpan<char> name) => Names.IsBedrockName(name);

    /// <summary>The place of the character at an index, as of a use or a fault.</summary>
    public Location Locate(int offset) => Source.Locate(offset);
}

/// <summary>The use of a variable in a text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Index of the first brace in the text.</param>
public sealed record VariableUse(string Name, int Offset);

/// <summary>Something in a text that looks like a variable but is not one.</summary>
/// <param name="Offset">Index of the first brace in the text.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Content">The text between the braces.</param>
public sealed record TemplateFault(int Offset, TemplateFaultKind Kind, string Content);

/// <summary>What is wrong with something that looks like a variable.</summary>
public enum TemplateFaultKind
{
    /// <summary>There is no <c>}}</c> on the line.</summary>
    Unclosed,

    /// <summary>There are spaces around the name.</summary>
    Blanks,

    /// <summary>It is a statement of a template language, of which Bedrock supports none.</summary>
    Statement,

    /// <summary>It is not a valid name for any other reason.</summary>
    Malformed,
}
