using System.Collections.Immutable;

namespace Infra.Local.Access.Evaluation;

/// <summary>A request to be authorised, in IAM's terms.</summary>
/// <param name="Action">As in <c>bedrock:InvokeModel</c>.</param>
/// <param name="Resource">The ARN of the resource; <c>*</c> where the action has no resource types.</param>
public sealed record AccessRequest(string Action, string Resource)
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Nothing =
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who makes the request, in the form of a policy's Principal, as in <c>("Service",
    /// "bedrock.amazonaws.com")</c>.</summary>
    /// <value>Null for the identity that the policy is attached to.</value>
    public (string Kind, string Name)? Principal { get; init; }

    /// <summary>The request's context, by condition key.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Context { get; init; } = Nothing;

    /// <summary>The same request with one more context key.</summary>
    public AccessRequest With(string key, params ImmutableArray<string> values) =>
        this with { Context = Context.SetItem(key, values) };
}

/// <summary>The result of policies for a request.</summary>
public enum AccessDecision
{
    /// <summary>Nothing allows it.</summary>
    NotAllowed,

    /// <summary>Something denies it, which overrides what allows it.</summary>
    Denied,

    /// <summary>It is allowed.</summary>
    Allowed,
}
