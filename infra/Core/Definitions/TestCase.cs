using System.Collections.Immutable;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>A test case of a definition, as its file states it; <c>infra/Smoke</c> interprets the
/// expectations.</summary>
public sealed record TestCase
{
    /// <summary>A name that says what is tested; unique in its file.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>The variables' values; a variable without one takes its <c>example</c>. For a flow, the input
    /// document.</summary>
    public ImmutableArray<GivenValue> Given { get; init; } = [];

    /// <summary>The expectations, not interpreted yet.</summary>
    public ImmutableArray<YamlNode> Expect { get; init; } = [];

    /// <summary>An answer that must meet the expectations.</summary>
    public Located<SampleAnswer>? Sample { get; init; }

    /// <summary>An answer that must not meet them.</summary>
    public Located<SampleAnswer>? BadSample { get; init; }

    /// <summary>The model that judges its rubrics; null for the stack's.</summary>
    public Judge? Judge { get; init; }

    /// <summary>The first digits of the digest of the content that the sample was recorded from; null for a sample
    /// written by hand.</summary>
    public Located<string>? SampleOf { get; init; }

    /// <summary>Words by which cases can be selected.</summary>
    public ImmutableArray<Located<string>> Tags { get; init; } = [];

    /// <summary>How often the case is run.</summary>
    /// <value>A whole number, at least 1; 1 if not stated.</value>
    public Located<int>? Repeat { get; init; }

    /// <summary>How many of the runs must pass, as in <c>4 of 5</c>.</summary>
    public Located<string>? Pass { get; init; }

    /// <summary>The longest time that a run may take, as in <c>30s</c>.</summary>
    public Located<string>? Timeout { get; init; }

    /// <summary>For a flow: the answers of nodes that call other services, by node name; used by the local
    /// Bedrock.</summary>
    public ImmutableArray<YamlEntry> Stubs { get; init; } = [];
}

/// <summary>A value of a test case: a text for a variable, any JSON for a flow's document.</summary>
public sealed record GivenValue(Located<string> Name, YamlNode Value);
