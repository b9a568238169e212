using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Mutants;
using Xunit.Abstractions;

// cover | judge <shard> <of> | alone <mutant> | table; tests/Mutants/run says how they go together.
var folder = AppContext.BaseDirectory;
var results = Environment.GetEnvironmentVariable("MUTANTS_RESULTS")!;
var product = Instrumented.Load(folder, Environment.GetEnvironmentVariable("MUTANTS_ASSEMBLY")!);
var classes = new Regex(Environment.GetEnvironmentVariable("MUTANTS_TESTS")!);
var slowest = TimeSpan.FromSeconds(1);
var coverage = Path.Combine(results, "coverage.json");

return args switch
{
    ["cover"] => Cover(),
    ["judge", var shard, var of] => Judge(Number(shard), Number(of)),
    ["alone", var mutant] => Alone(Number(mutant)),
    ["table"] => Table(),
    _ => 2,
};

// Which tests reach which mutants; what is reached before the first test belongs to all of them.
int Cover()
{
    product.Capture(isOn: true);
    var suite = new Suite(folder, classes);
    var before = product.Reached();
    List<Reach> reaches = [];
    foreach (var test in suite.Tests)
    {
        var (passes, _) = suite.Run(test);
        reaches.Add(new(test.UniqueID, test.DisplayName, passes, 0, product.Reached()));
    }

    product.Capture(isOn: false);
    for (var i = 0; i < reaches.Count; i++)
    {
        var (passes, time) = suite.Run(suite.Tests[i]);
        reaches[i] = reaches[i] with { Passes = reaches[i].Passes && passes, Seconds = time.TotalSeconds };
    }

    File.WriteAllText(coverage, JsonSerializer.Serialize(new Coverage(before, reaches)));
    Console.WriteLine($"{reaches.Count} tests, {reaches.Count(reach => !reach.Passes)} fail without a mutant");
    return 0;
}

int Judge(int shard, int of)
{
    var suite = new Suite(folder, classes);
    var tests = suite.Tests.ToDictionary(test => test.UniqueID);
    var verdicts = Path.Combine(results, $"verdicts.{shard}.tsv");
    var at = Path.Combine(results, $"at.{shard}");
    var judged = File.Exists(verdicts) ? Verdicts(verdicts).Select(verdict => verdict.Mutant).ToHashSet() : [];
    if (File.Exists(at) && Number(File.ReadAllText(at)) is var crashed && judged.Add(crashed))
    {
        Say(crashed, "killed", "the process ended");
    }

    var (deadline, current) = (long.MaxValue, 0);
    new Thread(Watch) { IsBackground = true }.Start();
    var known = Read();
    var used = known.Used(slowest).Where(reach => tests.ContainsKey(reach.Id)).ToArray();
    var killers = new List<string>();
    foreach (var id in Mutants().Select(mutant => mutant.Id).Where(id => id % of == shard && !judged.Contains(id)))
    {
        File.WriteAllText(at, $"{id}");
        current = id;
        var reaching = used.Where(reach => reach.Mutants.Contains(id))
            .OrderByDescending(reach => killers.LastIndexOf(reach.Id)).ThenBy(reach => reach.Seconds).ToArray();
        product.Active = id;
        var killer = reaching.FirstOrDefault(reach => !Passes(tests[reach.Id], reach.Seconds));
        product.Active = -1;
        var isClean = killer is null || Passes(tests[killer.Id], killer.Seconds);
        if (killer is not null && isClean)
        {
            killers.Remove(killer.Id);
            killers.Add(killer.Id);
            Say(id, "killed", killer.Name);
        }
        else if (reaching.Length == 0 && !Near(known, id).Any())
        {
            Say(id, "not reached", "");
        }
        else
        {
            // What was set up before stays as it was: only a process of its own tells.
            Say(id, InOwnProcess(id) ? "survived" : "killed", "alone");
        }

        if (!isClean)
        {
            return 4;
        }
    }

    return 0;

    bool Passes(ITestCase test, double seconds)
    {
        deadline = Stopwatch.GetTimestamp() + (long)((8 + (20 * seconds)) * Stopwatch.Frequency);
        var (passes, _) = suite.Run(test);
        deadline = long.MaxValue;
        return passes;
    }

    void Watch()
    {
        while (Stopwatch.GetTimestamp() < deadline)
        {
            Thread.Sleep(200);
        }

        Say(current, "killed", "it never ended");
        Environment.Exit(5);
    }

    void Say(int id, string verdict, string by) =>
        File.AppendAllText(verdicts, $"{id}\t{verdict}\t{by.ReplaceLineEndings(" ")}\n");
}

static bool InOwnProcess(int mutant)
{
    string[] args = [Environment.GetCommandLineArgs()[0], "alone", $"{mutant}"];
    using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, args)
    {
        RedirectStandardOutput = true,
    })!;
    process.BeginOutputReadLine();
    if (process.WaitForExit(TimeSpan.FromMinutes(15)))
    {
        return process.ExitCode == 0;
    }

    // It never ends, which a test run would notice.
    process.Kill();
    return false;
}

// Ends with 0 if no test notices the mutant.
int Alone(int mutant)
{
    product.Active = mutant;
    var suite = new Suite(folder, classes);
    var tests = Near(Read(), mutant).Select(reach => reach.Id).ToHashSet();
    return suite.Tests.Where(test => tests.Contains(test.UniqueID)).All(test => suite.Run(test).Passes) ? 0 : 1;
}

// The tests to which a mutant may matter. What sets up a type is reached only by the first test that uses the type, so
// these are all that reach the rest of its file.
IEnumerable<Reach> Near(Coverage known, int mutant)
{
    var made = Mutants();
    var file = made.FirstOrDefault(one => one.Id == mutant && one.IsStatic)?.File;
    var near = made.Where(one => one.File == file).Select(one => one.Id).Append(mutant).ToHashSet();
    return known.Used(slowest).Where(reach => known.Before.Contains(mutant) || reach.Mutants.Any(near.Contains));
}

// Ends with 1 if some were not judged: the figures would be of the others alone.
int Table()
{
    var verdicts = Directory.EnumerateFiles(results, "verdicts.*.tsv").SelectMany(Verdicts)
        .ToDictionary(verdict => verdict.Mutant, verdict => verdict.Said);
    var made = Mutants();
    var mutants = made.Where(mutant => verdicts.ContainsKey(mutant.Id)).ToArray();
    foreach (var room in mutants.GroupBy(mutant => string.Join('/', mutant.File.Split('/').Take(3))))
    {
        var killed = room.Count(mutant => verdicts[mutant.Id] is "killed");
        var percent = (100.0 * killed / room.Count()).ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine($"{room.Key}: {room.Count()} mutants, {percent} % killed");
    }

    foreach (var mutant in mutants.Where(mutant => verdicts[mutant.Id] is not "killed"))
    {
        var place = $"{mutant.File}:{mutant.Start.Line}";
        Console.WriteLine($"{place} {verdicts[mutant.Id]}: {mutant.Kind}: {mutant.Replacement}");
    }

    if (mutants.Length < made.Length)
    {
        Console.WriteLine($"{made.Length - mutants.Length} of {made.Length} mutants were not judged.");
        return 1;
    }

    return 0;
}

Coverage Read() => JsonSerializer.Deserialize<Coverage>(File.ReadAllText(coverage))!;

Mutant[] Mutants() => Mutant.Of(Path.Combine(results, "reports", "mutation-report.json"));

static IEnumerable<(int Mutant, string Said)> Verdicts(string file) =>
    File.ReadLines(file).Select(line => line.Split('\t')).Select(row => (Number(row[0]), row[1]));

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
