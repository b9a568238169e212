using System.Collections.Immutable;
using Infra.Benchmarks.Catalogs;
using Infra.Planning;
using Pulumi;

namespace Infra.Benchmarks.Registration;

/// <summary>One stack, registered by both programs in turns.</summary>
/// <param name="Prompts">The size of the catalog.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Resources">How many resources it has.</param>
/// <param name="Checked">How many of them are read back and compared with their release.</param>
/// <param name="Bare">The program by hand, round by round.</param>
/// <param name="Ours">This repository's program, round by round.</param>
internal sealed record Comparison(
    int Prompts, string Stack, int Resources, int Checked, ImmutableArray<Took> Bare, ImmutableArray<Took> Ours)
{
    /// <summary>Ours by bare, of the best round of each: the one that others disturbed least.</summary>
    public double Ratio(Func<Took, double> figure) => Ours.Min(figure) / Bare.Min(figure);

    /// <summary>Measures in rounds, and each round both: a busy moment falls on both alike.</summary>
    /// <param name="prompts">The size of the catalog.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="rounds">How often; one more is for warming up.</param>
    /// <param name="runs">How often in each round.</param>
    /// <exception cref="InvalidOperationException">They do not register the same.</exception>
    public static async Task<Comparison> Of(int prompts, string stack, int rounds, int runs)
    {
        var plan = PlanOf(prompts, stack);
        var cloud = new Cloud(plan);
        OurStack.Plan = plan;
        BareStack.Program = new BareProgram(plan);
        Func<Task> bare = () => Run<BareStack>(cloud, stack);
        Func<Task> ours = () => Run<OurStack>(cloud, stack);
        ThrowUnlessSame(await Seen.Lines(bare).ConfigureAwait(false), await Seen.Lines(ours).ConfigureAwait(false));
        var (ofBare, ofOurs) = (new List<Took>(), new List<Took>());
        for (var round = 0; round <= rounds; round++)
        {
            ofBare.Add(await Took.By(bare, runs).ConfigureAwait(false));
            ofOurs.Add(await Took.By(ours, runs).ConfigureAwait(false));
        }

        var read = plan.Resources.Count(resource => resource.Postcondition is not null);
        return new(prompts, stack, plan.Resources.Length, read, [.. ofBare.Skip(1)], [.. ofOurs.Skip(1)]);
    }

    private static Plan PlanOf(int prompts, string stack)
    {
        var project = Project.Read(new MemoryTree(GeneratedCatalog.Of(prompts).Files)).Value!;
        return Planner.Plan(project, project.Stacks[stack]).Value!;
    }

    private static Task Run<TStack>(Cloud cloud, string stack) where TStack : Pulumi.Stack, new() =>
        Deployment.TestAsync<TStack>(
            cloud, new() { ProjectName = "bedrock-prompts", StackName = stack, IsPreview = false });

    private static void ThrowUnlessSame(ImmutableArray<string> bare, ImmutableArray<string> ours)
    {
        string[] different =
        [
            .. bare.Except(ours).Select(line => $"bare: {line}"),
            .. ours.Except(bare).Select(line => $"ours: {line}"),
        ];
        if (different is not [] || bare.Length != ours.Length)
        {
            throw new InvalidOperationException(
                $"The programs do not register the same ({bare.Length} and {ours.Length} lines):\n"
                + string.Join('\n', different.Take(10)));
        }
    }
}
