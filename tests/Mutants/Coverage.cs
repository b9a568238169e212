namespace Infra.Mutants;

/// <summary>Which tests reach which mutants.</summary>
/// <param name="Before">The mutants that are reached before any test: while types are set up.</param>
/// <param name="Reaches">What each test reaches.</param>
internal sealed record Coverage(int[] Before, IReadOnlyList<Reach> Reaches)
{
    /// <summary>The tests that pass without a mutant and are not too slow.</summary>
    public IEnumerable<Reach> Used(TimeSpan slowest) =>
        Reaches.Where(reach => reach.Passes && reach.Seconds <= slowest.TotalSeconds);
}

/// <summary>What one test reaches.</summary>
/// <param name="Id">The test, as xunit numbers it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Passes">Whether it passes without a mutant.</param>
/// <param name="Seconds">How long it takes, once it is warm.</param>
/// <param name="Mutants">The mutants that it reaches.</param>
internal sealed record Reach(string Id, string Name, bool Passes, double Seconds, int[] Mutants);
