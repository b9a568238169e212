using System.Globalization;
using BenchmarkDotNet.Running;
using Infra.Benchmarks.Catalogs;
using Infra.Benchmarks.Processes;
using Infra.Benchmarks.Registration;
using Infra.Benchmarks.Stages;

const string Usage = """
    processes [<file>]          whole processes beside their floors; the table is also written to the file
    processes --quick <console> the smallest size, once, of a console that is published already
    stages [...]                stages and worst cases in one process, with BenchmarkDotNet and its own options
    registration [--quick]      the Pulumi program beside the bare SDK, for the same resources
    catalog <folder> <prompts> [<releases>]
                                writes a generated catalog, with as many releases of each prompt, and their commits
    """;

switch (args)
{
    case ["processes"]:
        WholeProcesses.Run(file: null, console: null, isQuick: false);
        return 0;
    case ["processes", "--quick", var console]:
        WholeProcesses.Run(file: null, Path.GetFullPath(console), isQuick: true);
        return 0;
    case ["processes", var file]:
        WholeProcesses.Run(Path.GetFullPath(file), console: null, isQuick: false);
        return 0;
    case ["stages", .. var options]:
        BenchmarkSwitcher.FromTypes([typeof(StageBenchmarks), typeof(WorstCases)]).Run(["--filter", "*", .. options]);
        return 0;
    case ["registration"] or ["registration", "--quick"]:
        await RegistrationBenchmark.Run(isQuick: args.Length > 1).ConfigureAwait(false);
        return 0;
    case ["catalog", var folder, var prompts]:
        GeneratedCatalog.Of(int.Parse(prompts, CultureInfo.InvariantCulture)).Write(folder);
        return 0;
    case ["catalog", var folder, var prompts, var releases]:
        Subjects.Grow(
            folder,
            int.Parse(prompts, CultureInfo.InvariantCulture),
            int.Parse(releases, CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
        return 2;
}
