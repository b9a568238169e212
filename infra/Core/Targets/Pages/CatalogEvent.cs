namespace Infra.Targets.Pages;

/// <summary>A line of a name's history on its page.</summary>
/// <param name="Name">The prompt or flow.</param>
/// <param name="Day">When, as in <c>2026-11-21</c>; null where the commit does not say.</param>
/// <param name="Author">Who, as the commit says.</param>
/// <param name="Commit">The commit's id, shortened.</param>
/// <param name="Stack">The stack that it was done in; null for what is done for all.</param>
/// <param name="What">What was done, for people.</param>
/// <param name="Release">The release that was made; null for anything else.</param>
public sealed record CatalogEvent(
    string Name, string? Day, string Author, string Commit, string? Stack, string What, int? Release);
