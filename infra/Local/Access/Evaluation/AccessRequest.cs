using System.Collections.Immutable;

namespace Infra.Local.Access.Evaluation;

/// <summary>One thing somebody is about to do, as IAM asks about it.</summary>
/// <param name="Action">As in <c>bedrock:InvokeModel</c>.</param>
/// <param name="Resource">The ARN it is done to; <c>*</c> where the action knows no resources.</param>
public sealed record AccessRequest(string Action, string Resource)
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Nothing =
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who does it, as a policy's Principal names them: <c>("Service", "bedrock.amazonaws.com")</c>.</summary>
    /// <value>Null for whoever the policy is attached to.</value>
    public (string Kind, string Name)? Principal { get; init; }

    /// <summary>What else is known about it, by condition key.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Context { get; init; } = Nothing;

    /// <summary>The same request with one more thing known about it.</summary>
    public AccessRequest With(string key, params ImmutableArray<string> values) =>
        this with { Context = Context.SetItem(key, values) };
}

/// <summary>What policies say about a request.</summary>
public enum AccessDecision
{
    /// <summary>Nothing allows it.</summary>
    NotAllowed,

    /// <summary>Something forbids it, whatever allows it.</summary>
    Denied,

    /// <summary>It may be done.</summary>
    Allowed,
}
