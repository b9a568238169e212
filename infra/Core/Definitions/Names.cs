namespace Infra.Definitions;

/// <summary>The patterns of names.</summary>
public static class Names
{
    /// <summary>The longest name of a prompt, flow, alias or variable.</summary>
    /// <value>100 characters besides separators.</value>
    public const int Longest = 100;

    /// <summary><c>^([0-9a-zA-Z][_-]?){1,100}$</c>: prompts, flows, aliases, variants and variables.</summary>
    /// <remarks>
    /// Source: CloudFormation schema of AWS::Bedrock::Prompt, read 2026-08-07. The pattern repeats a character with its
    /// optional separator, so two separators never follow each other and one may stand at the end.
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
}
