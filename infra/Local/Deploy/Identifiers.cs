using Infra.Values;

namespace Infra.Local.Deploy;

/// <summary>What Cloud Control calls a resource by, where nobody has to ask for it.</summary>
/// <remarks>Source: <c>primaryIdentifier</c> of the CloudFormation schemas, read 2026-08-07.</remarks>
internal static class Identifiers
{
    /// <summary>Whether an attribute of a type is its identifier.</summary>
    public static bool IsIdentifier(string type, string attribute) => (type, attribute) is
        ("AWS::Bedrock::Prompt" or "AWS::Bedrock::PromptVersion" or "AWS::Bedrock::Flow", "Arn")
        or ("AWS::IAM::ManagedPolicy", "PolicyArn")
        or ("AWS::IAM::Role", "RoleName");

    /// <summary>The identifier of a resource that its declaration names; null where the service makes it up.</summary>
    public static string? Named(string type, Value.Map properties) => type switch
    {
        "AWS::IAM::Role" => Text(properties["RoleName"]),
        "AWS::IAM::RolePolicy" => $"{Text(properties["PolicyName"])}|{Text(properties["RoleName"])}",
        "AWS::SSM::Parameter" => Text(properties["Name"]),
        "AWS::CloudWatch::Alarm" => Text(properties["AlarmName"]),
        "AWS::CloudWatch::Dashboard" => Text(properties["DashboardName"]),
        "AWS::Logs::LogGroup" => Text(properties["LogGroupName"]),
        _ => null,
    };

    private static string? Text(Value? value) => (value as Value.Text)?.Content;
}
