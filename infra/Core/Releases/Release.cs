using Infra.Definitions;
using Infra.Diagnostics;

namespace Infra.Releases;

/// <summary>A definition frozen under a number: <c>prompts/releases/&lt;name&gt;/&lt;n&gt;.yaml</c>.</summary>
/// <remarks>
/// What its digest covers never changes. Description, owner, tags, tests and note stand in the file too, may be
/// corrected later, and reach the stacks that keep the release.
/// </remarks>
public sealed record Release
{
    /// <summary>The folder of all releases.</summary>
    public const string Folder = "prompts/releases/";

    /// <summary>The prompt or flow.</summary>
    public required string Name { get; init; }

    /// <summary>Counts from 1 for each name, and means the same in every stack.</summary>
    public required int Number { get; init; }

    /// <summary>Why it was made; null if nobody said.</summary>
    public string? Note { get; init; }

    /// <summary>What the file says its content's digest is.</summary>
    public required Located<string> Digest { get; init; }

    /// <summary>What was frozen.</summary>
    public required Definition Definition { get; init; }

    /// <summary>The file.</summary>
    public required Location At { get; init; }

    /// <summary>The file of a release.</summary>
    public static string Path(string name, int number) => $"{Folder}{name}/{number}.yaml";
}
