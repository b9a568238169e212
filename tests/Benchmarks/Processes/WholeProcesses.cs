namespace Infra.Benchmarks.Processes;

/// <summary>Measures what people wait for: whole processes, in one run, beside what nobody can get below.</summary>
internal static class WholeProcesses
{
    private const int Rounds = 5;

    private static readonly int[] Sizes = [3, 10, 100, 1_000, 10_000];

    private static readonly int[] CdkSizes = [100, 1_000];

    /// <summary>Prepares, measures, prints the report, and writes it to a file if there is one.</summary>
    /// <param name="file">Where the report goes besides standard output.</param>
    /// <param name="console">The console, if it is published already.</param>
    /// <param name="isQuick">Whether it is enough to see that everything can be measured.</param>
    public static void Run(string? file, string? console, bool isQuick)
    {
        var machine = Machine.Describe();
        var folder = Directory.CreateTempSubdirectory("prompts-benchmark-").FullName;
        try
        {
            Say("publishing what is measured");
            var tools = Tools.Prepare(folder, console, withCdk: !isQuick);
            Say("writing catalogs");
            Subject[] subjects = isQuick
                ? [.. Subjects.Of(Sizes[0], tools, folder)]
                :
                [
                    .. Sizes.SelectMany(size => Subjects.Of(size, tools, folder)),
                    .. CdkSizes.SelectMany(size => Subjects.OfCdk(size, tools, folder)),
                ];
            var report = Report.Of(Measurement.Of(subjects, isQuick ? 1 : Rounds, Say), machine);
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

    private static void Say(string what) => Console.Error.WriteLine($"... {what}");
}
