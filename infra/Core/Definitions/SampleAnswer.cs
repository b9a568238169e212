using Infra.Values;

namespace Infra.Definitions;

/// <summary>An answer that must meet a test case's expectations; the local Bedrock also gives it.</summary>
/// <param name="Text">The text of the answer; empty when it only calls a tool.</param>
/// <param name="Tool">The tool that it calls; null for none.</param>
public sealed record SampleAnswer(string Text, SampleTool? Tool = null);

/// <summary>A tool call in a sample.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Input">Its input: any JSON object.</param>
public sealed record SampleTool(string Name, Value Input);
