namespace Infra.Definitions;

/// <summary>The patterns that names must match.</summary>
public static class Names
{
    /// <summary>The longest name of a prompt, flow, alias or variable.</summary>
    /// <value>100 characters, not counting separators.</value>
    public const int Longest = 100;

    /// <summary>
    /// Whether a prompt or flow may have a name: Bedrock's pattern, and at most <see cref="Longest"/> characters in
    /// all.
    /// </summary>
    public static bool IsDefinitionName(ReadOnlySpan<char> name) => name.Length <= Longest && IsBedrockName(name);

    /// <summary><c>^([0-9a-zA-Z][_-]?){1,100}$</c>: prompts, flows, aliases, variants and variables.</summary>
    /// <remarks>
    /// Source: CloudFormation schema of AWS::Bedrock::Prompt, read 2026-08-07. The pattern repeats a character with an
    /// optional separator, so separators never follow each other, and the name may end with one.
    /// </remarks>
    public static bool IsBedrockName(ReadOnlySpan<char> name)
    {
        var letters = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(name[i]))
            {
                letters++;
            }
            else if (name[i] is not ('_' or '-') || i == 0 || !char.IsAsciiLetterOrDigit(name[i - 1]))
            {
                return false;
            }
        }

        return letters is > 0 and <= Longest;
    }

    /// <summary>
    /// <c>^[a-zA-Z]([_]?[0-9a-zA-Z]){1,n}$</c>: nodes, inputs, outputs, conditions and connections of flows.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="longest">The most letters and digits: n plus one.</param>
    /// <remarks>Source: CloudFormation schema of AWS::Bedrock::Flow, read 2026-08-07.</remarks>
    public static bool IsFlowName(ReadOnlySpan<char> name, int longest)
    {
        var letters = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(name[i]))
            {
                letters++;
            }
            else if (name[i] is not '_' || i == 0 || !char.IsAsciiLetterOrDigit(name[i - 1]))
            {
                return false;
            }
        }

        return letters >= 2 && letters <= longest && char.IsAsciiLetter(name[0]) && name[^1] is not '_';
    }
}
