using System.Collections.Immutable;

namespace Infra.Exchange.Imports;

/// <summary>How files are imported.</summary>
/// <param name="Name">The name to give; null for the one the JSON states.</param>
/// <param name="LiftsPrompts">Whether prompts in a flow get files of their own.</param>
/// <param name="Model">The model of prompts that state none; null to refuse them.</param>
public sealed record ImportRequest(string? Name = null, bool LiftsPrompts = false, string? Model = null)
{
    /// <summary>What the files are; null to recognise it.</summary>
    public ImportKind? As { get; init; }

    /// <summary>How the texts mark their variables.</summary>
    public Braces Braces { get; init; }

    /// <summary>Conditions of a template that are stated, by name; the rest follow from its defaults, or are
    /// unknown.</summary>
    public ImmutableDictionary<string, bool> Conditions { get; init; } = ImmutableDictionary<string, bool>.Empty;
}

/// <summary>A file to import.</summary>
/// <param name="File">Its name, for reports.</param>
/// <param name="Content">Its text.</param>
public sealed record ImportedText(string File, string Content);
