namespace Infra.Benchmarks.Processes;

/// <summary>Measures what people wait for: whole processes, in one run, beside what nobody can get below.</summary>
internal static class WholeProcesses
{
    private static readonly (int Prompts, int Rounds)[] Sizes =
        [(3, 15), (10, 7), (100, 7), (1_000, 7), (10_000, 2)];

    private static readonly (int Prompts, int Rounds)[] CdkSizes = [(100, 3), (1_000, 3)];

    /// <summary>Prepares, measures, prints the report, and writes it to a file if there is one.</summary>
    public static void Run(string? file)
    {
        var machine = Machine.Describe();
        var folder = Directory.CreateTempSubdirectory("prompts-benchmark-").FullName;
        try
        {
            Say("publishing the console");
            var tools = Tools.Prepare(folder);
            var report = Report.Of([.. Measure(tools, folder)], machine);
            Console.Write(report);
            if (file is not null)
            {
                File.WriteAllText(file, report);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Measurement> Measure(Tools tools, string folder)
    {
        foreach (var (prompts, rounds) in Sizes)
        {
            Say($"{prompts} prompts, {rounds} rounds");
            foreach (var measurement in Measurement.Of([.. Subjects.Of(prompts, tools, folder)], rounds))
            {
                yield return measurement;
            }
        }

        foreach (var (prompts, rounds) in CdkSizes)
        {
            Say($"aws-cdk-lib, {prompts} prompts, {rounds} rounds");
            foreach (var measurement in Measurement.Of([.. Subjects.OfCdk(prompts, tools, folder)], rounds))
            {
                yield return measurement;
            }
        }
    }

    private static void Say(string what) => Console.Error.WriteLine($"... {what}");
}
