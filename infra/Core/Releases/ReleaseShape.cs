using Infra.Definitions.Format;

namespace Infra.Releases;

/// <summary>The keys of a release's file.</summary>
public static class ReleaseShape
{
    /// <summary>A release.</summary>
    public static readonly Shape Release = new(
        "a release",
        "A definition frozen under a number.",
        new("release", new Kind.Number(1, Whole: true), "Its number, which is also the file's name.", Required: true),
        new("note", new Kind.Text(), "Why it was made."),
        new("digest", new Kind.Text(), "The fingerprint of what it deploys.", Required: true),
        new("definition", new Kind.Anything(), "What was frozen, includes and partials written out.", Required: true));
}
