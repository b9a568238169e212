using Infra.Values;

namespace Infra.Planning.Access;

/// <summary>One thing that a node of a flow does.</summary>
internal abstract record NodeUse
{
    private NodeUse()
    {
    }

    /// <summary>It has a model answer.</summary>
    /// <param name="Id">The model's id or ARN.</param>
    public sealed record Model(string Id) : NodeUse;

    /// <summary>It has a model answer through an inference profile of this stack.</summary>
    public sealed record Measured(DeclaredProfile Profile) : NodeUse;

    /// <summary>It uses a prompt of this stack, which the stack's key may encrypt.</summary>
    /// <param name="Arn">The prompt's ARN, without a version.</param>
    public sealed record Prompt(Value Arn) : NodeUse;

    /// <summary>It calls a service.</summary>
    /// <param name="Name">The action.</param>
    /// <param name="Resource">What it is done to; <c>*</c> where the action knows no resources.</param>
    public sealed record Action(string Name, Value Resource) : NodeUse
    {
        /// <summary>Whether the resource's name could be another account's.</summary>
        public bool OwnAccount { get; init; }
    }
}
