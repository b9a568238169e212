using System.Collections.Immutable;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>One case of a definition's <c>tests:</c>, as the file states it;
/// <c>Smoke</c> gives the expectations their meaning.</summary>
public sealed record TestCase
{
    /// <summary>What the case is about; unique in its file.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>The variables' values; a variable that is not given takes its <c>example</c>.
    /// For a flow, the input document.</summary>
    public ImmutableArray<GivenValue> Given { get; init; } = [];

    /// <summary>The expectations, unread.</summary>
    public ImmutableArray<YamlNode> Expect { get; init; } = [];

    /// <summary>An answer that must satisfy the expectations.</summary>
    public Located<SampleAnswer>? Sample { get; init; }

    /// <summary>An answer that must not satisfy them.</summary>
    public Located<SampleAnswer>? BadSample { get; init; }

    /// <summary>Who judges its rubrics; null leaves it to the stack.</summary>
    public Judge? Judge { get; init; }

    /// <summary>The first digits of the digest of the content that the sample was recorded of; null for a sample that
    /// somebody wrote.</summary>
    public Located<string>? SampleOf { get; init; }

    /// <summary>Words to select cases by.</summary>
    public ImmutableArray<Located<string>> Tags { get; init; } = [];

    /// <summary>How often the case is run.</summary>
    /// <value>A whole number from 1; 1 if the file is silent.</value>
    public Located<int>? Repeat { get; init; }

    /// <summary>How many of the runs must pass, as in <c>4 of 5</c>.</summary>
    public Located<string>? Pass { get; init; }

    /// <summary>How long one run may take, as in <c>30s</c>.</summary>
    public Located<string>? Timeout { get; init; }

    /// <summary>For a flow: what nodes that leave Bedrock answer on the local Bedrock, by node name.</summary>
    public ImmutableArray<YamlEntry> Stubs { get; init; } = [];
}

/// <summary>A value given to a case: a text for a variable, any JSON for a flow's document.</summary>
public sealed record GivenValue(Located<string> Name, YamlNode Value);
