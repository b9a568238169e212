namespace Infra.Local.Access.Evaluation;

/// <summary>The patterns of IAM: <c>*</c> matches any text, <c>?</c> for one character.</summary>
public static class Pattern
{
    private const int ArnParts = 6;

    /// <summary>Whether a text matches a pattern, case-sensitively.</summary>
    public static bool Matches(string pattern, string text)
    {
        int at = 0, inText = 0, star = -1, resume = 0;
        while (inText < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, inText);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == text[inText]))
            {
                at++;
                inText++;
            }
            else if (star >= 0)
            {
                // The last star takes one more character; earlier ones never need to.
                (at, inText) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).Trim('*').IsEmpty;
    }

    /// <summary>Whether an ARN matches a pattern, part by part: a star does not extend from the region into the
    /// account.</summary>
    public static bool MatchesArn(string pattern, string arn)
    {
        var (patterns, parts) = (pattern.Split(':', ArnParts), arn.Split(':', ArnParts));
        return pattern == "*"
            || (patterns.Length == ArnParts
                && parts.Length == ArnParts
                && patterns.Zip(parts).All(pair => Matches(pair.First, pair.Second)));
    }
}
