using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Local.Deploy;

/// <summary>What callers read is looked at in every deployment: somebody may have moved it by hand.</summary>
internal static class CallersView
{
    /// <summary>A resource that leads callers on, as they see it; null when it is gone.
    /// Others are as remembered.</summary>
    public static async Task<DeployedResource?> Of(
        DeployedResource remembered, CloudControlClient cloud, CancellationToken cancel)
    {
        var property = remembered.Type switch
        {
            "AWS::SSM::Parameter" => "Value",
            "AWS::Bedrock::FlowAlias" => "RoutingConfiguration",
            _ => null,
        };
        return property is null ? remembered
            : await cloud.Read(remembered.Type, remembered.Identifier!, cancel).ConfigureAwait(false) is { } found
                ? remembered with { Properties = With(remembered.Properties, property, found[property]) }
                : null;
    }

    private static Value.Map With(Value.Map properties, string property, Value? value) => Map(
        properties.Entries
            .Where(entry => entry.Key != property)
            .Select(entry => (entry.Key, (Value?)entry.Value))
            .Append((property, value)));
}
