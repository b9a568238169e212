using Infra.Values;

namespace Infra.Planning.Access;

/// <summary>Something that a node of a flow uses.</summary>
internal abstract record NodeUse
{
    private NodeUse()
    {
    }

    /// <summary>A model.</summary>
    /// <param name="Id">The model's id or ARN.</param>
    public sealed record Model(string Id) : NodeUse;

    /// <summary>A model through an inference profile of this stack.</summary>
    public sealed record Measured(DeclaredProfile Profile) : NodeUse;

    /// <summary>A prompt of this stack, which the stack's key may encrypt.</summary>
    /// <param name="Arn">The prompt's ARN, without a version.</param>
    public sealed record Prompt(Value Arn) : NodeUse;

    /// <summary>A service.</summary>
    /// <param name="Name">The action.</param>
    /// <param name="Resource">The resource; <c>*</c> where the action has no resource types.</param>
    public sealed record Action(string Name, Value Resource) : NodeUse
    {
        /// <summary>Whether the resource must be in the stack's own account, since its name does not contain the
        /// account.</summary>
        public bool OwnAccount { get; init; }
    }
}
