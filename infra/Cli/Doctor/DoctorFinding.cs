namespace Infra.Cli.Doctor;

/// <summary>How a check ended.</summary>
internal enum DoctorVerdict
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It may do, or could not be looked at.</summary>
    Warn,

    /// <summary>A deployment would fail.</summary>
    Fail,
}

/// <summary>What one check found.</summary>
/// <param name="Check">Its name.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Found">What is there, or is wrong.</param>
internal sealed record DoctorFinding(string Check, DoctorVerdict Verdict, string Found)
{
    /// <summary>What to do about it; null for nothing.</summary>
    public string? Advice { get; init; }

    /// <summary>The permission that was used, as IAM spells it; null for none.</summary>
    public string? Permission { get; init; }

    /// <summary>As it should be.</summary>
    public static DoctorFinding Ok(string check, string found) => new(check, DoctorVerdict.Ok, found);

    /// <summary>It may do.</summary>
    public static DoctorFinding Warn(string check, string found, string advice) =>
        new(check, DoctorVerdict.Warn, found) { Advice = advice };

    /// <summary>A deployment would fail.</summary>
    public static DoctorFinding Fail(string check, string found, string advice) =>
        new(check, DoctorVerdict.Fail, found) { Advice = advice };
}
