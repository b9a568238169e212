using System.Text.Json;
using Infra.Local.Access.Evaluation;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Values;
using JsonValue = Infra.Values.JsonValue;

namespace Infra.Local.Access;

/// <summary>The access of a flow's role. A role that was not created here is not enforced.</summary>
internal sealed class RoleAccess
{
    private const string Bedrock = "bedrock.amazonaws.com";

    private readonly RoleRow? role;
    private readonly IReadOnlyList<Value> policies;
    private readonly Value? boundary;
    private readonly string caller;

    private RoleAccess(RoleRow? role, IReadOnlyList<Value> policies, Value? boundary, string caller) =>
        (this.role, this.policies, this.boundary, this.caller) = (role, policies, boundary, caller);

    /// <summary>The access of a flow's role.</summary>
    public static RoleAccess Of(World world, string roleArn, string flowId)
    {
        var name = roleArn.Split('/')[^1];
        var role = world.Find<RoleRow>(RoleRow.Global, name);
        return new(
            role,
            role is null ? [] : [.. Policies(world, role)],
            role is null ? null : Boundary(world, role),
            $"arn:aws:sts::{Arn.Account}:assumed-role/{name}/BedrockFlows-{flowId}");
    }

    /// <summary>Why Bedrock cannot assume the role for a flow, or null.</summary>
    public Fault? Assumed(string flowArn)
    {
        if (role is null)
        {
            return null;
        }

        var trust = Document(role.Properties.GetProperty("AssumeRolePolicyDocument"));
        var arn = Arn.Role(role.Id, role.Properties.GetProperty("Path").GetString()!);
        var request = new AccessRequest("sts:AssumeRole", arn) { Principal = ("Service", Bedrock) }
            .With("aws:SourceAccount", Arn.Account)
            .With("aws:SourceArn", flowArn);
        return PolicyEvaluation.Allow([trust], request)
            ? null
            : Fault.AccessDenied($"{Bedrock} is not authorized to perform: sts:AssumeRole on resource: {arn} for the "
                + $"flow {flowArn} because the trust policy of the role doesn't allow it");
    }

    /// <summary>The fault for the first request that is not allowed, or null.</summary>
    public Fault? Denied(IEnumerable<AccessRequest> requests) =>
        role is null ? null : requests.Select(Denied).OfType<Fault>().FirstOrDefault();

    private Fault? Denied(AccessRequest request) =>
        PolicyEvaluation.Decide(policies, request.With("aws:ResourceAccount", Arn.Account)) switch
        {
            AccessDecision.Allowed when boundary is null || PolicyEvaluation.Allow([boundary], request) => null,
            AccessDecision.Allowed => Refused(
                request, $"because no permissions boundary allows the {request.Action} action"),
            AccessDecision.Denied => Refused(request, "with an explicit deny in an identity-based policy"),
            AccessDecision.NotAllowed =>
                Refused(request, $"because no identity-based policy allows the {request.Action} action"),
        };

    private Fault Refused(AccessRequest request, string why) => Fault.AccessDenied(
        $"User: {caller} is not authorized to perform: {request.Action} on resource: {request.Resource} {why}");

    private static IEnumerable<Value> Policies(World world, RoleRow role) =>
        Own(role).Concat(role.Policies.Values.Select(Document)).Concat(Managed(world, role));

    private static IEnumerable<Value> Own(RoleRow role) => role.Properties.TryGetProperty("Policies", out var own)
        ? own.EnumerateArray().Select(policy => Document(policy.GetProperty("PolicyDocument")))
        : [];

    /// <summary>The boundary of a role; like a role, one that was not created here is not enforced.</summary>
    private static Value? Boundary(World world, RoleRow role) =>
        role.Properties.TryGetProperty("PermissionsBoundary", out var arn)
        && world.Find<ManagedPolicy>(RoleRow.Global, arn.GetString()!) is { } policy
            ? Document(policy.Properties.GetProperty("PolicyDocument"))
            : null;

    /// <summary>The managed policies of a role; AWS's own are not known here and allow nothing.</summary>
    private static IEnumerable<Value> Managed(World world, RoleRow role) =>
        (role.Properties.TryGetProperty("ManagedPolicyArns", out var arns) ? Texts(arns) : [])
        .Concat(role.Attached)
        .Select(arn => world.Find<ManagedPolicy>(RoleRow.Global, arn))
        .OfType<ManagedPolicy>()
        .Select(policy => Document(policy.Properties.GetProperty("PolicyDocument")));

    private static IEnumerable<string> Texts(JsonElement list) =>
        list.EnumerateArray().Select(text => text.GetString()!);

    /// <summary>A policy document, which may also be given as JSON text.</summary>
    private static Value Document(JsonElement document) => document.ValueKind is JsonValueKind.String
        ? JsonValue.Parse(document.GetString()!)
        : JsonValue.From(document);
}
