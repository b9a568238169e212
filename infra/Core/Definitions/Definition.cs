using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>What a file in <c>prompts/</c> defines: a <see cref="Prompt"/> or a flow.</summary>
public abstract record Definition
{
    private protected Definition()
    {
    }

    /// <summary>The file's name without its extension; unique in the catalog.</summary>
    public required string Name { get; init; }

    /// <summary>Where the definition starts.</summary>
    public required Location At { get; init; }

    /// <summary>Keys whose value could not be read: rules do not report them as missing.</summary>
    public ImmutableHashSet<string> Doubtful { get; init; } = [];

    /// <summary>One sentence for people, 1 to 200 characters; null if not stated.</summary>
    public Located<string>? Description { get; init; }

    /// <summary>The team responsible for it; becomes the tag <c>owner</c>.</summary>
    public Located<string>? Owner { get; init; }

    /// <summary>Tags of all of its resources.</summary>
    public ImmutableArray<NamedText> Tags { get; init; } = [];

    /// <summary>The test cases that are run against what is deployed.</summary>
    public ImmutableArray<TestCase> Tests { get; init; } = [];
}
