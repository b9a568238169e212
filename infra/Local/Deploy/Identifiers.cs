namespace Infra.Local.Deploy;

/// <summary>Attributes that are what Cloud Control calls a resource by, so that nobody has to ask for them.</summary>
/// <remarks>Source: <c>primaryIdentifier</c> of the CloudFormation schemas, read 2026-08-07.</remarks>
internal static class Identifiers
{
    /// <summary>Whether an attribute of a type is its identifier.</summary>
    public static bool IsIdentifier(string type, string attribute) => (type, attribute) is
        ("AWS::Bedrock::Prompt" or "AWS::Bedrock::PromptVersion" or "AWS::Bedrock::Flow", "Arn")
        or ("AWS::IAM::ManagedPolicy", "PolicyArn")
        or ("AWS::IAM::Role", "RoleName");
}
