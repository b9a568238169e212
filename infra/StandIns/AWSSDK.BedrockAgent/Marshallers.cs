using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.BedrockAgent.Model.Internal.MarshallTransformations;

internal sealed class PromptVariantMarshaller : IRequestMarshaller<PromptVariant, JsonMarshallerContext>
{
    public static readonly PromptVariantMarshaller Instance = new();

    public void Marshall(PromptVariant requestObject, JsonMarshallerContext context) =>
        Members.Write(requestObject, context);
}

internal sealed class FlowDefinitionMarshaller : IRequestMarshaller<FlowDefinition, JsonMarshallerContext>
{
    public static readonly FlowDefinitionMarshaller Instance = new();

    public void Marshall(FlowDefinition requestObject, JsonMarshallerContext context) =>
        Members.Write(requestObject, context);
}

file static class Members
{
    public static void Write<T>(T shape, JsonMarshallerContext context)
    {
        var type = (JsonTypeInfo<T>)BedrockAgentJson.Wire.GetTypeInfo(typeof(T));
        foreach (var member in JsonSerializer.SerializeToElement(shape, type).EnumerateObject())
        {
            member.WriteTo(context.Writer);
        }
    }
}
