using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace Amazon.BedrockAgentRuntime.Model;

internal sealed class InvokeFlowRequest : AmazonWebServiceRequest
{
    [JsonIgnore]
    public string? FlowIdentifier { get; set; }
    [JsonIgnore]
    public string? FlowAliasIdentifier { get; set; }
    public bool? EnableTrace { get; set; }
    public string? ExecutionId { get; set; }
    public List<FlowInput>? Inputs { get; set; }
}

internal sealed class FlowInput
{
    public string? NodeName { get; set; }
    public string? NodeOutputName { get; set; }
    public string? NodeInputName { get; set; }
    public FlowInputContent? Content { get; set; }
}

internal sealed class FlowInputContent
{
    public Document Document { get; set; }
}
