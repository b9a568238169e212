using Infra.Diagnostics;

namespace Infra.Smoke.Expectations;

/// <summary>An item of <c>expect:</c>, read once and applied many times.</summary>
/// <param name="What">The check.</param>
/// <param name="Negated">Whether the check must fail: <c>not-</c>.</param>
/// <param name="Severity">A warning if the file says <c>severity: warn</c>.</param>
/// <param name="Words">The whole expectation as the file states it.</param>
/// <param name="At">Its place.</param>
public sealed record Expectation(Check What, bool Negated, Severity Severity, string Words, Location At);
