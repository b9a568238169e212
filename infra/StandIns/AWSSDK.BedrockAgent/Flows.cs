using System.Text.Json.Serialization;
using Amazon.Runtime;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgent
{
    [JsonConverter(typeof(Constant<FlowConnectionType>))]
    internal sealed class FlowConnectionType(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<FlowNodeInputCategory>))]
    internal sealed class FlowNodeInputCategory(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<FlowNodeIODataType>))]
    internal sealed class FlowNodeIODataType(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<FlowNodeType>))]
    internal sealed class FlowNodeType(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<FlowStatus>))]
    internal sealed class FlowStatus(string value) : ConstantClass(value);
}

namespace Amazon.BedrockAgent.Model
{
    internal sealed class GetFlowVersionRequest : AmazonWebServiceRequest
    {
        [JsonIgnore]
        public string? FlowIdentifier { get; set; }
        [JsonIgnore]
        public string? FlowVersion { get; set; }
    }

    internal sealed class GetFlowVersionResponse : AmazonWebServiceResponse
    {
        public string? Arn { get; set; }
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? Version { get; set; }
        public string? Description { get; set; }
        public string? ExecutionRoleArn { get; set; }
        public string? CustomerEncryptionKeyArn { get; set; }
        public FlowStatus? Status { get; set; }
        public FlowDefinition? Definition { get; set; }
    }

    internal sealed class GetFlowRequest : AmazonWebServiceRequest
    {
        [JsonIgnore]
        public string? FlowIdentifier { get; set; }
    }

    internal sealed class GetFlowResponse : AmazonWebServiceResponse
    {
        public string? Arn { get; set; }
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? Version { get; set; }
        public string? Description { get; set; }
        public string? ExecutionRoleArn { get; set; }
        public string? CustomerEncryptionKeyArn { get; set; }
        public FlowStatus? Status { get; set; }
        public FlowDefinition? Definition { get; set; }
    }

    internal sealed class GetFlowAliasRequest : AmazonWebServiceRequest
    {
        [JsonIgnore]
        public string? FlowIdentifier { get; set; }
        [JsonIgnore]
        public string? AliasIdentifier { get; set; }
    }

    internal sealed class GetFlowAliasResponse : AmazonWebServiceResponse
    {
        public string? Arn { get; set; }
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? FlowId { get; set; }
        public string? Description { get; set; }
        public List<FlowAliasRoutingConfigurationListItem>? RoutingConfiguration { get; set; }
    }

    internal sealed class FlowAliasRoutingConfigurationListItem
    {
        public string? FlowVersion { get; set; }
    }

    internal sealed class FlowDefinition
    {
        public List<FlowNode>? Nodes { get; set; }
        public List<FlowConnection>? Connections { get; set; }
    }

    internal sealed class FlowNode
    {
        public string? Name { get; set; }
        public FlowNodeType? Type { get; set; }
        public FlowNodeConfiguration? Configuration { get; set; }
        public List<FlowNodeInput>? Inputs { get; set; }
        public List<FlowNodeOutput>? Outputs { get; set; }
    }

    internal sealed class FlowNodeInput
    {
        public string? Name { get; set; }
        public FlowNodeIODataType? Type { get; set; }
        public string? Expression { get; set; }
        public FlowNodeInputCategory? Category { get; set; }
    }

    internal sealed class FlowNodeOutput
    {
        public string? Name { get; set; }
        public FlowNodeIODataType? Type { get; set; }
    }

    internal sealed class FlowConnection
    {
        public string? Name { get; set; }
        public FlowConnectionType? Type { get; set; }
        public string? Source { get; set; }
        public string? Target { get; set; }
        public FlowConnectionConfiguration? Configuration { get; set; }
    }

    internal sealed class FlowConnectionConfiguration
    {
        public FlowDataConnectionConfiguration? Data { get; set; }
        public FlowConditionalConnectionConfiguration? Conditional { get; set; }
    }

    internal sealed class FlowDataConnectionConfiguration
    {
        public string? SourceOutput { get; set; }
        public string? TargetInput { get; set; }
    }

    internal sealed class FlowConditionalConnectionConfiguration
    {
        public string? Condition { get; set; }
    }
}
