namespace Infra.Cli.Doctor;

/// <summary>The result of a check.</summary>
internal enum DoctorVerdict
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It may cause trouble, or could not be checked.</summary>
    Warn,

    /// <summary>A deployment would fail.</summary>
    Fail,
}

/// <summary>The finding of a check.</summary>
/// <param name="Check">Its name.</param>
/// <param name="Verdict">The result.</param>
/// <param name="Found">What was found.</param>
internal sealed record DoctorFinding(string Check, DoctorVerdict Verdict, string Found)
{
    /// <summary>What to do about it; null for nothing.</summary>
    public string? Advice { get; init; }

    /// <summary>The permission that the check used, as IAM writes it; null for none.</summary>
    public string? Permission { get; init; }

    /// <summary>A finding that all is well.</summary>
    public static DoctorFinding Ok(string check, string found) => new(check, DoctorVerdict.Ok, found);

    /// <summary>A finding that may cause trouble.</summary>
    public static DoctorFinding Warn(string check, string found, string advice) =>
        new(check, DoctorVerdict.Warn, found) { Advice = advice };

    /// <summary>A finding with which a deployment would fail.</summary>
    public static DoctorFinding Fail(string check, string found, string advice) =>
        new(check, DoctorVerdict.Fail, found) { Advice = advice };
}
