using FluentAssertions.Execution;
using Infra.Local.Access.Evaluation;
using Infra.Values;

namespace Infra.Tests.Support.Iam;

/// <summary>The policies that somebody has.</summary>
internal sealed record Granted(params IReadOnlyList<Value> Policies)
{
    public GrantedAssertions Should() => new(this);

    /// <summary>What is wrong with them in AWS's own word.</summary>
    public IEnumerable<string> Violations => Policies.SelectMany(ServiceAuthorization.Violations);

    /// <summary>Every action with everything it may be done to, conditions aside.</summary>
    public IEnumerable<string> Rights =>
        from policy in Policies
        from statement in ((Value.List)((Value.Map)policy)["Statement"]!).Items.Cast<Value.Map>()
        from action in Conditions.Texts(statement["Action"])
        from resource in Conditions.Texts(statement["Resource"])
        select $"{action} {resource}";

    public override string ToString() => string.Join('\n', Policies.Select(CanonicalJson.Indented));
}

/// <summary>What policies allow, said as a sentence.</summary>
internal sealed class GrantedAssertions(Granted granted)
{
    public void Allow(AccessRequest request) => Expect(request, allowed: true);

    public void NotAllow(AccessRequest request) => Expect(request, allowed: false);

    private void Expect(AccessRequest request, bool allowed) => Execute.Assertion
        .ForCondition(PolicyEvaluation.Allow(granted.Policies, request) == allowed)
        .FailWith($"{{0}} should {(allowed ? "" : "not ")}be allowed by {{1}}", request, granted.ToString());
}
