using Infra.Values;

namespace Infra.Definitions;

/// <summary>An answer that must satisfy a case's expectations, and that the local Bedrock gives.</summary>
/// <param name="Text">What the model says; empty where it only calls a tool.</param>
/// <param name="Tool">The tool that it wants called; null for none.</param>
public sealed record SampleAnswer(string Text, SampleTool? Tool = null);

/// <summary>A tool that a sample wants called.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Input">Its input: any JSON object.</param>
public sealed record SampleTool(string Name, Value Input);
