namespace Infra.Smoke.Comparing;

/// <summary>
/// A random number generator (SplitMix64) that gives the same numbers for the same seed on every machine.
/// </summary>
/// <remarks>For resampling only, not for secrets. Source: Steele, Lea, Flood, OOPSLA 2014.</remarks>
public sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number, at least 0 and below a bound.</summary>
    public int Below(int bound)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)Math.BigMul(mixed ^ (mixed >> 31), (ulong)bound, out _);
    }
}
