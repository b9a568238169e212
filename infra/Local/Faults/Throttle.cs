using Infra.Local.Protocol.Wire;

namespace Infra.Local.Faults;

/// <summary>Limits the rate of calls for each operation of bedrock-agent in each region.</summary>
/// <remarks>Source: AWS General Reference, Amazon Bedrock quotas, read 2025-06-05: 2 changes, 10 reads per
/// second.</remarks>
internal sealed class Throttle(TimeProvider clock)
{
    private const int Changes = 2;
    private const int Reads = 10;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Operation, string Region), (double Left, long At)> buckets = [];

    /// <summary>The fault for a call that exceeds the rate, or null.</summary>
    public Fault? Hinder(Service service, string operation, string region)
    {
        if (service.Model.Name is not "bedrock-agent")
        {
            return null;
        }

        var rate = service.IsChange(operation) || operation is "ValidateFlowDefinition" ? Changes : Reads;
        lock (turn)
        {
            var now = clock.GetTimestamp();
            var (left, at) = buckets.GetValueOrDefault((operation, region), (rate, now));
            var filled = Math.Min(rate, left + (clock.GetElapsedTime(at, now).TotalSeconds * rate));
            var allowed = filled >= 1;
            buckets[(operation, region)] = (allowed ? filled - 1 : filled, now);
            return allowed ? null : new Fault("ThrottlingException", "Rate exceeded");
        }
    }
}
