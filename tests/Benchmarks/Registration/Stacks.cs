using System.Collections.Immutable;
using BedrockPrompts;
using Infra.Planning;
using Pulumi;

namespace Infra.Benchmarks.Registration;

/// <summary>The stack as a program by hand.</summary>
internal sealed class BareStack : Pulumi.Stack
{
    public BareStack() : base(Seen.Options) => (Aliases, Policies) = Program.Run();

    /// <summary>What a run registers: Pulumi makes the stack itself, and gives it nothing.</summary>
    public static BareProgram Program { get; set; } = null!;

    /// <inheritdoc cref="PromptStack.Aliases"/>
    [Output("aliases")]
    public Output<ImmutableDictionary<string, object?>> Aliases { get; private set; }

    /// <inheritdoc cref="PromptStack.Policies"/>
    [Output("policies")]
    public Output<ImmutableDictionary<string, object?>> Policies { get; private set; }
}

/// <summary>The stack as this repository's program, its plan given.</summary>
internal sealed class OurStack() : PromptStack(() => Plan, Seen.Options)
{
    /// <summary>What a run registers: Pulumi makes the stack itself, and gives it nothing.</summary>
    public static Plan Plan { get; set; } = null!;
}
