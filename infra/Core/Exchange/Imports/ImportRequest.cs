namespace Infra.Exchange.Imports;

/// <summary>How files are imported.</summary>
/// <param name="Name">The name to give; null for the one the JSON states.</param>
/// <param name="LiftsPrompts">Whether prompts in a flow get files of their own.</param>
/// <param name="Model">The model of prompts that state none; null to refuse them.</param>
public sealed record ImportRequest(string? Name = null, bool LiftsPrompts = false, string? Model = null);

/// <summary>A file to import.</summary>
/// <param name="File">Its name, for reports.</param>
/// <param name="Json">Its text.</param>
public sealed record ImportedText(string File, string Json);
