using Infra.Definitions;
using Infra.Diagnostics;

namespace Infra.Releases;

/// <summary>A release: a definition frozen under a number, in
/// <c>prompts/releases/&lt;name&gt;/&lt;n&gt;.yaml</c>.</summary>
/// <remarks>
/// The content that its digest covers never changes. Description, owner, tags, tests and note are in the file too; they
/// may be corrected later, and the stacks that keep the release get the correction.
/// </remarks>
public sealed record Release
{
    /// <summary>The folder of all releases.</summary>
    public const string Folder = "prompts/releases/";

    /// <summary>The prompt or flow.</summary>
    public required string Name { get; init; }

    /// <summary>Counted from 1 for each name; it means the same in every stack.</summary>
    public required int Number { get; init; }

    /// <summary>The reason for making it; null if not stated.</summary>
    public string? Note { get; init; }

    /// <summary>The digest of its content, as its file states it.</summary>
    public required Located<string> Digest { get; init; }

    /// <summary>The frozen definition.</summary>
    public required Definition Definition { get; init; }

    /// <summary>The file.</summary>
    public required Location At { get; init; }

    /// <summary>The path of a release's file.</summary>
    public static string Path(string name, int number) => $"{Folder}{name}/{number}.yaml";
}
