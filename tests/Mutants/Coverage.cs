namespace Infra.Mutants;

/// <summary>Which tests reach which mutants.</summary>
/// <param name="Before">The mutants that are reached before any test: while types are set up.</param>
/// <param name="Reaches">What each test reaches.</param>
internal sealed record Coverage(int[] Before, IReadOnlyList<Reach> Reaches)
{
    /// <summary>The tests that reach a mutant, pass without one, and are not too slow.</summary>
    public IEnumerable<Reach> Reaching(int mutant, TimeSpan slowest) =>
        Reaches.Where(reach => IsUsed(reach, slowest) && reach.Mutants.Contains(mutant));

    /// <summary>Whether a test passes without a mutant and is not too slow.</summary>
    public bool IsUsed(string test, TimeSpan slowest) =>
        Reaches.Any(reach => reach.Id == test && IsUsed(reach, slowest));

    private static bool IsUsed(Reach reach, TimeSpan slowest) =>
        reach.Passes && reach.Seconds <= slowest.TotalSeconds;
}

/// <summary>What one test reaches.</summary>
/// <param name="Id">The test, as xunit numbers it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Passes">Whether it passes without a mutant.</param>
/// <param name="Seconds">How long it takes, once it is warm.</param>
/// <param name="Mutants">The mutants that it reaches.</param>
internal sealed record Reach(string Id, string Name, bool Passes, double Seconds, int[] Mutants);
