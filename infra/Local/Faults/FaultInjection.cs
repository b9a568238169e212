using Infra.Local.Protocol.Wire;

namespace Infra.Local.Faults;

/// <summary>Makes some requests fail or wait; which ones depends only on the seed.</summary>
/// <param name="options">How often, and the seed.</param>
internal sealed class FaultInjection(FaultOptions options)
{
    private long requests;

    /// <summary>The fault and the delay of the next request.</summary>
    public (Fault? Fault, TimeSpan Delay) Next()
    {
        var (chance, kind) = Draw((ulong)Interlocked.Increment(ref requests) + ((ulong)options.Seed << 32));
        return chance >= options.Rate ? (null, TimeSpan.Zero) : kind switch
        {
            0 => (new Fault("ThrottlingException", "Rate exceeded (an injected fault)."), TimeSpan.Zero),
            1 => (new Fault("InternalServerException", "An internal error (an injected fault)."), TimeSpan.Zero),
            2 => (new Fault("ServiceUnavailableException", "Unavailable (an injected fault)."), TimeSpan.Zero),
            _ => (null, options.Delay),
        };
    }

    /// <summary>SplitMix64, which mixes the bits of a counter well.</summary>
    private static (double Chance, int Kind) Draw(ulong counter)
    {
        var mixed = counter * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return ((mixed >> 11) * (1.0 / (1UL << 53)), (int)(mixed & 3));
    }
}
