using Amazon.Runtime.Documents;
using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockAgentRuntime.Model;

internal sealed class FlowTraceEvent : IEventStreamEvent
{
    public FlowTrace? Trace { get; set; }
}

internal sealed class FlowTrace
{
    public FlowTraceNodeInputEvent? NodeInputTrace { get; set; }
    public FlowTraceNodeOutputEvent? NodeOutputTrace { get; set; }
    public FlowTraceConditionNodeResultEvent? ConditionNodeResultTrace { get; set; }
    public FlowTraceNodeActionEvent? NodeActionTrace { get; set; }
}

internal sealed class FlowTraceNodeInputEvent
{
    public string? NodeName { get; set; }
    public List<FlowTraceNodeInputField>? Fields { get; set; }
}

internal sealed class FlowTraceNodeInputField
{
    public string? NodeInputName { get; set; }
    public FlowTraceNodeInputContent? Content { get; set; }
}

internal sealed class FlowTraceNodeInputContent
{
    public Document Document { get; set; }
}

internal sealed class FlowTraceNodeOutputEvent
{
    public string? NodeName { get; set; }
    public List<FlowTraceNodeOutputField>? Fields { get; set; }
}

internal sealed class FlowTraceNodeOutputField
{
    public string? NodeOutputName { get; set; }
    public FlowTraceNodeOutputContent? Content { get; set; }
}

internal sealed class FlowTraceNodeOutputContent
{
    public Document Document { get; set; }
}

internal sealed class FlowTraceConditionNodeResultEvent
{
    public string? NodeName { get; set; }
    public List<FlowTraceCondition>? SatisfiedConditions { get; set; }
}

internal sealed class FlowTraceCondition
{
    public string? ConditionName { get; set; }
}

internal sealed class FlowTraceNodeActionEvent
{
    public string? NodeName { get; set; }
    public string? ServiceName { get; set; }
    public string? OperationName { get; set; }
    public string? RequestId { get; set; }
}
