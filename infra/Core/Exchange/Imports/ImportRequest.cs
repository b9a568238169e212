using System.Collections.Immutable;

namespace Infra.Exchange.Imports;

/// <summary>The options of an import.</summary>
/// <param name="Name">The name to use; null for the one in the file.</param>
/// <param name="LiftsPrompts">Whether inline prompts of flows get files of their own.</param>
/// <param name="Model">The model for prompts without one; null to refuse them.</param>
public sealed record ImportRequest(string? Name = null, bool LiftsPrompts = false, string? Model = null)
{
    /// <summary>The format of the files; null to recognise it.</summary>
    public ImportKind? As { get; init; }

    /// <summary>The syntax of variables in the texts.</summary>
    public Braces Braces { get; init; }

    /// <summary>The values of conditions in a template, by name; others follow from its defaults, or are
    /// unknown.</summary>
    public ImmutableDictionary<string, bool> Conditions { get; init; } = ImmutableDictionary<string, bool>.Empty;
}

/// <summary>A file to import.</summary>
/// <param name="File">Its name, for reports.</param>
/// <param name="Content">Its text.</param>
public sealed record ImportedText(string File, string Content);
