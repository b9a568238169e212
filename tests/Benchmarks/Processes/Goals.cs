namespace Infra.Benchmarks.Processes;

/// <summary>A ratio of two figures of one run, and what it may be.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Actual">The ratio.</param>
/// <param name="Bound">What it may be.</param>
/// <param name="IsMost">Whether the bound is the most; otherwise it is the least.</param>
internal sealed record Goal(string What, double Actual, double Bound, bool IsMost = true)
{
    /// <summary>Whether it is met.</summary>
    public bool Holds => IsMost ? Actual <= Bound : Actual >= Bound;
}

/// <summary>How fast is fast enough: by ratios within one run, since machines differ.</summary>
internal static class Goals
{
    /// <summary>The goals that can be told from what was measured.</summary>
    public static IEnumerable<Goal> Of(IReadOnlyCollection<Measurement> all)
    {
        Goal?[] goals =
        [
            Time(Subjects.Plan, 3, Subjects.Start, 3) is { } start
                ? new("plan of 3 / bare process start", start, 4) : null,
            Time(Subjects.Plan, 1_000, Subjects.Parse, 1_000) is { } parse
                ? new("plan of 1,000 / parsing alone", parse, 2.5) : null,
            Time(Subjects.Plan, 1_000, Subjects.Parse + Subjects.Native, 1_000) is { } native
                ? new("plan of 1,000 / parsing alone, native", native, 2.5) : null,
            Time(Subjects.Plan, 10_000, Subjects.Plan, 1_000) is { } growth
                ? new("plan of 10,000 / plan of 1,000", growth, 11) : null,
            Time(Subjects.Against, 1_000, Subjects.Plan, 1_000) is { } against
                ? new("plan --against / plan, of 1,000", against, 2.2) : null,
            Time(Subjects.Cdk, 1_000, Subjects.Plan, 1_000) is { } cdk
                ? new("aws-cdk-lib / plan, of 1,000", cdk, 15, IsMost: false) : null,
            Find(Subjects.Cdk, 1_000)?.Peak / Find(Subjects.Plan, 1_000)?.Peak is { } memory
                ? new("memory of aws-cdk-lib / plan, of 1,000", memory, 4, IsMost: false) : null,
        ];
        return goals.OfType<Goal>();

        double? Time(string what, int prompts, string than, int thanPrompts) =>
            Find(what, prompts)?.Fastest / Find(than, thanPrompts)?.Fastest;

        Measurement? Find(string what, int prompts) =>
            all.FirstOrDefault(measured => measured.Subject.What == what && measured.Subject.Prompts == prompts);
    }
}
