using System.Buffers;
using System.Text.Json;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning.Access;

/// <summary>The size of a policy by IAM's count, which leaves out white space.</summary>
/// <remarks>Source: IAM user guide, "IAM and AWS STS quotas", read 2026-11-21.</remarks>
public static class PolicySize
{
    /// <summary>The most characters of a managed policy.</summary>
    public const int MostOfManaged = 6144;

    /// <summary>The most characters of a policy of a flow's role.</summary>
    /// <value>5,120: a role's policies may have 10,240 in all, and a new one exists beside the old one for a
    /// while.</value>
    public const int MostOfRole = 5120;

    private const string LongestRegion = "ap-southeast-1";

    /// <summary>The most characters that a policy can have once the values that only the cloud knows are filled
    /// in.</summary>
    public static int Of(Value policy, StackSettings settings)
    {
        var place = new Place(settings.Region ?? LongestRegion, "123456789012");

        // Apart from those of inference profiles, the longest ARN is that of a flow alias.
        var arn = $"arn:{place.Partition}:bedrock:{place.Region}:{place.Account}:";
        return Of(policy, unknown => place.Text(unknown, reference => arn
            + (reference.Attribute is DeclaredProfile.ArnAttribute
                ? "application-inference-profile/abcdefghijkl"
                : "flow/ABCDEFGHIJ/alias/ABCDEFGHIJ")));
    }

    /// <summary>The characters of a policy without unknown values.</summary>
    public static int Of(Value policy) =>
        Of(policy, unknown => throw new ArgumentException($"{unknown} is not known."));

    private static int Of(Value policy, Func<Value, string> fill)
    {
        var counter = new Counter();
        using (var json = new Utf8JsonWriter(counter, CanonicalJson.Compactly))
        {
            CanonicalJson.Write(json, policy, (writer, unknown) => writer.WriteStringValue(fill(unknown)));
        }

        return counter.Characters;
    }

    /// <summary>Counts characters of UTF-8 without keeping them.</summary>
    private sealed class Counter : IBufferWriter<byte>
    {
        private byte[] _buffer = new byte[1024];

        public int Characters { get; private set; }

        public void Advance(int count)
        {
            foreach (var unit in _buffer.AsSpan(0, count))
            {
                // Counts bytes that start a character other than white space.
                Characters += (unit & 0b1100_0000) is not 0b1000_0000 && unit is not (byte)' ' ? 1 : 0;
            }
        }

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (sizeHint > _buffer.Length)
            {
                _buffer = new byte[sizeHint];
            }

            return _buffer;
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
