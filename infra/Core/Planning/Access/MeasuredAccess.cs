using System.Collections.Immutable;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>What a caller must be allowed to do in order to call models through a stack's own inference
/// profiles.</summary>
/// <remarks>
/// Access to the models themselves is granted separately (<see cref="ModelAccess"/>), since older versions name them.
/// Source: Amazon Bedrock user guide, "Prerequisites for inference profiles", read 2026-11-21.
/// </remarks>
internal static class MeasuredAccess
{
    /// <summary>
    /// Allows these profiles and, only through them, their models in each region that they may route to. A foundation
    /// model may be called directly as well.
    /// </summary>
    public static IEnumerable<Statement> Statements(
        IEnumerable<DeclaredProfile> profiles, StackSettings settings, params ImmutableArray<string> actions)
    {
        var measured = profiles.Distinct().ToArray();
        if (measured.Length == 0)
        {
            yield break;
        }

        yield return new("InvokeMeasured", actions, Arns.Set(measured.Select(profile => (Value)profile.Arn)));
        var gates =
            from same in measured
                .GroupBy(profile => profile.Model, profile => (Value)profile.Arn, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
            let source = ModelReference.Of(same.Key) as ModelReference.SystemProfile
            where source is not null
            select (Behind: ModelAccess.Behind(source, settings), Through: Arns.Set(same));
        foreach (var (index, gate) in gates.Index())
        {
            // StringLike: policies for a whole stack, whose profiles do not exist yet, have * in place of the profile's
            // id.
            yield return new($"InvokeMeasuredThrough{index + 1}", actions, Arns.Set(gate.Behind))
            {
                Condition = Map(("StringLike", Map((ModelAccess.ByProfile, List(gate.Through))))),
            };
        }
    }
}
