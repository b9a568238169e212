using Infra.Values;

namespace Infra.Planning;

/// <summary>The description of a version on AWS.</summary>
internal static class VersionDescription
{
    /// <summary>The longest description.</summary>
    /// <remarks>200 characters. Source: CloudFormation schema of AWS::Bedrock::PromptVersion,
    /// read 2026-08-07.</remarks>
    private const int Longest = 200;

    /// <summary>The release's number and note, shortened where AWS would refuse the text.</summary>
    public static Value Of(KeptRelease release) => Of(release.Number, release.Note);

    /// <summary>A release's number and note, shortened where AWS would refuse the text.</summary>
    public static Value Of(int release, string? note)
    {
        var text = note is null ? $"Release {release}" : $"Release {release}: {note.ReplaceLineEndings(" ").Trim()}";
        return text.Length <= Longest ? text : $"{text[..(Longest - 3)].TrimEnd()}...";
    }
}
