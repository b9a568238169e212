namespace Infra.Targets.Pages;

/// <summary>An event in a name's history, for its page.</summary>
/// <param name="Name">The prompt or flow.</param>
/// <param name="Day">The day, as in <c>2026-11-21</c>; null where the commit does not state it.</param>
/// <param name="Author">The commit's author.</param>
/// <param name="Commit">The commit's id, shortened.</param>
/// <param name="Stack">The stack concerned; null for all stacks.</param>
/// <param name="What">What was done, in words.</param>
/// <param name="Release">The release that was made; null for any other event.</param>
public sealed record CatalogEvent(
    string Name, string? Day, string Author, string Commit, string? Stack, string What, int? Release);
