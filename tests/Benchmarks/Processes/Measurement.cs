namespace Infra.Benchmarks.Processes;

/// <summary>Something to measure.</summary>
/// <param name="What">What the table calls it.</param>
/// <param name="Prompts">The size of its catalog; 0 for none.</param>
/// <param name="Command">What is run.</param>
internal sealed record Subject(string What, int Prompts, CommandLine Command);

/// <summary>What several runs of one command line took.</summary>
/// <param name="Subject">What was run.</param>
/// <param name="Fastest">The fastest run, in milliseconds: the one that others disturbed least.</param>
/// <param name="Median">The middle one, in milliseconds.</param>
/// <param name="Peak">The most memory it held, in MB; null where nobody tells.</param>
internal sealed record Measurement(Subject Subject, double Fastest, double Median, double? Peak)
{
    /// <summary>Measures in rounds, each subject once a round: a busy moment falls on all of them alike.</summary>
    /// <param name="subjects">Of all sizes: a ratio between two sizes is one of the same minutes.</param>
    /// <param name="rounds">How often; memory is asked for in one more.</param>
    /// <param name="say">Told what happens.</param>
    public static IReadOnlyList<Measurement> Of(
        IReadOnlyCollection<Subject> subjects, int rounds, Action<string> say)
    {
        say("memory");
        var peaks = subjects.ToDictionary(subject => subject, subject => subject.Command.Peak());
        var times = subjects.ToDictionary(subject => subject, _ => new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            say($"round {round} of {rounds}");
            foreach (var subject in subjects)
            {
                times[subject].Add(subject.Command.Run());
            }
        }

        return [.. subjects.Select(subject => Of(subject, [.. times[subject].Order()], peaks[subject]))];
    }

    private static Measurement Of(Subject subject, IReadOnlyList<double> times, double? peak) =>
        new(subject, times[0], times[times.Count / 2], peak);
}
