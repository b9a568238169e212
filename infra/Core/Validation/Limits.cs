using System.Buffers;
using System.Text.RegularExpressions;

namespace Infra.Validation;

/// <summary>AWS's limits: every number and pattern that the rules check.</summary>
/// <remarks>
/// Unless a member says otherwise, the source is the CloudFormation schema of AWS::Bedrock::Prompt of 2026-08-07,
/// compared with the service's API (CreatePrompt, botocore 1.43.11) on 2026-11-21; where the two differ, the member
/// says which of them applies. Names are checked by <see cref="Infra.Definitions.Names"/>.
/// </remarks>
public static partial class Limits
{
    /// <summary>The longest description; the shortest has one character.</summary>
    /// <value>200 characters.</value>
    public const int Description = 200;

    /// <summary>The longest text of a TEXT template; the shortest has one character.</summary>
    /// <value>200,000 characters: CloudFormation's limit; the API has none.</value>
    public const int Text = 200_000;

    /// <summary>The most variables of a template.</summary>
    /// <value>20.</value>
    public const int Variables = 20;

    /// <summary>The most stop sequences.</summary>
    /// <value>4.</value>
    public const int StopSequences = 4;

    /// <summary>The highest temperature; the lowest is 0.</summary>
    /// <value>1, no unit.</value>
    public const decimal Temperature = 1;

    /// <summary>The highest topP; the lowest is 0.</summary>
    /// <value>1, no unit.</value>
    public const decimal TopP = 1;

    /// <summary>The most tokens of an answer; the least are 0.</summary>
    /// <value>512,000 tokens: CloudFormation's limit; the API has none, and models have their own.</value>
    public const int MaxTokens = 512_000;

    /// <summary>The most metadata entries of a prompt.</summary>
    /// <value>50.</value>
    public const int Metadata = 50;

    /// <summary>The longest key of metadata or a tag; the shortest has one character.</summary>
    /// <value>128 characters.</value>
    public const int LabelKey = 128;

    /// <summary>The longest value of metadata; the shortest has one character.</summary>
    /// <value>1,024 characters. The minimum of one is CloudFormation's: the API accepts an empty value.</value>
    public const int MetadataValue = 1024;

    /// <summary>The longest value of a tag; it may be empty.</summary>
    /// <value>256 characters.</value>
    public const int TagValue = 256;

    /// <summary>The most tags of a resource.</summary>
    /// <value>50. Source: AWS, "Tagging AWS resources", tag naming limits, read 2026-11-21.</value>
    public const int Tags = 50;

    /// <summary>The longest model id or ARN.</summary>
    /// <value>2,048 characters.</value>
    public const int Model = 2048;

    /// <summary>The longest name of a tool.</summary>
    /// <value>64 characters.</value>
    public const int ToolName = 64;

    /// <summary>Whether a text is a model id, an inference-profile id or an ARN of either.</summary>
    public static bool IsModel(string text) => text.Length is > 0 and <= Model && ModelPattern().IsMatch(text);

    /// <summary>Whether a text is the ARN of an agent alias.</summary>
    /// <remarks>CloudFormation's pattern; the API's pattern lacks the partitions aws-cn and aws-us-gov.</remarks>
    public static bool IsAgent(string text) => text.Length <= Model && AgentPattern().IsMatch(text);

    /// <summary>Whether AWS accepts the characters of a key or value of a tag or of metadata:
    /// <c>^[a-zA-Z0-9\s._:/=+@-]*$</c>.</summary>
    public static bool AreLabelCharacters(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter)
                && letter is not ('.' or '_' or ':' or '/' or '=' or '+' or '@' or '-' or ' ' or '\t' or '\n'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether AWS accepts a tool's name: <c>^[a-zA-Z][a-zA-Z0-9_]*$</c>.</summary>
    /// <remarks>Converse also accepts hyphens in a call; a stored prompt does not.</remarks>
    public static bool IsToolName(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= ToolName
        && char.IsAsciiLetter(name[0])
        && !name.ContainsAnyExcept(ToolLetters);

    private static readonly SearchValues<char> ToolLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    [GeneratedRegex(
        @"^(arn:aws(-[^:]{1,12})?:(bedrock|sagemaker):[a-z0-9-]{1,20}:([0-9]{12})?:([a-z-]+/)?)?"
        + @"([a-zA-Z0-9.-]{1,63}){0,2}(([:][a-z0-9-]{1,63}){0,2})?(/[a-z0-9]{1,12})?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ModelPattern();

    [GeneratedRegex(
        @"^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:agent-alias/[0-9a-zA-Z]{10}/[0-9a-zA-Z]{10}\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex AgentPattern();
}
