using System.Globalization;
using BedrockPrompts;
using Infra.Benchmarks.Catalogs;
using Infra.Benchmarks.Processes;
using Pulumi;

namespace Infra.Benchmarks.Registration;

/// <summary>What the Pulumi program costs on top of the bare SDK, which registers the same resources.</summary>
internal static class RegistrationBenchmark
{
    /// <summary>Our time by the bare SDK's may be this at most.</summary>
    private const double MayBe = 1.2;

    private static readonly (int Prompts, int Rounds, int Runs)[] Sizes = [(100, 21, 5), (1_000, 21, 1)];

    private static readonly (int Prompts, int Rounds, int Runs)[] QuickSizes = [(20, 1, 1)];

    /// <summary>Measures, and prints the report.</summary>
    /// <param name="isQuick">Whether it is enough to see that both programs register the same.</param>
    public static async Task Run(bool isQuick)
    {
        Console.WriteLine($"""
            # Registration

            {Machine.Describe()}
            The SDK is {Sdk()}.
            The last three columns are ratios, ours by bare. What is checked is read back and compared with its
            release, which the program by hand does not do.

            | prompts | stack | resources | checked | ms, bare | ours | MB, bare | ours | memory | processor | time |
            |---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---|
            """);
        foreach (var (prompts, rounds, runs) in isQuick ? QuickSizes : Sizes)
        {
            foreach (var stack in (string[])[GeneratedCatalog.Stack, "prod"])
            {
                Console.WriteLine(Row(await Comparison.Of(prompts, stack, rounds, runs).ConfigureAwait(false)));
            }
        }
    }

    private static string Sdk()
    {
        var assembly = typeof(Deployment).Assembly;
        return assembly == typeof(PromptStack).Assembly
            ? "the stand-in, which does less than the official one, so that the same overhead is a larger share"
            : $"the official one, {assembly.GetName().Version}";
    }

    private static string Row(Comparison compared)
    {
        var (bare, ours) = (compared.Bare, compared.Ours);
        var ratio = compared.Ratio(took => took.Time);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {compared.Prompts:N0} | {compared.Stack} | {compared.Resources:N0} | {compared.Checked:N0} "
            + $"| {bare.Min(took => took.Time):F1} | {ours.Min(took => took.Time):F1} "
            + $"| {bare.Min(took => took.Allocated):F1} | {ours.Min(took => took.Allocated):F1} "
            + $"| {compared.Ratio(took => took.Allocated):F2} | {compared.Ratio(took => took.Processor):F2} "
            + $"| {ratio:F2} {(ratio <= MayBe ? "≤" : "**>**")} {MayBe} |");
    }
}
