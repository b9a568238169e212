using Infra.Diagnostics;

namespace Infra.Smoke.Expectations;

/// <summary>One item of <c>expect:</c>, read and ready to be applied many times.</summary>
/// <param name="What">What is looked for.</param>
/// <param name="Negated">Whether it must not be so: <c>not-</c>.</param>
/// <param name="Severity">A warning if the file says <c>severity: warn</c>.</param>
/// <param name="Words">As the file words it, in full.</param>
/// <param name="At">Where the file states it.</param>
public sealed record Expectation(Check What, bool Negated, Severity Severity, string Words, Location At);
