using System.Security.Cryptography;
using System.Text;
using Infra.Planning;
using Infra.Values;

namespace Infra.Tests.Support.Iam;

/// <summary>A plan once the cloud has filled in what only it knows: ids, region, account.</summary>
internal sealed class Deployed(Plan plan)
{
    public const string Region = "us-east-1";

    public const string Account = "123456789012";

    private static readonly Place Here = new(Region, Account);

    /// <summary>The policies that a caller of a prompt or flow is given.</summary>
    public Granted CallerOf(string name) => Policies(name, "AWS::IAM::ManagedPolicy");

    /// <summary>The policies of the role that a flow runs with.</summary>
    public Granted RoleOf(string flow) => Policies(flow, "AWS::IAM::RolePolicy");

    /// <summary>The ARN of a resource of the plan.</summary>
    public string ArnOf(string resource) => plan.Resources.Single(declared => declared.Name == resource) switch
    {
        { Type: "AWS::Bedrock::Flow" } => $"arn:aws:bedrock:{Region}:{Account}:flow/{Id(resource)}",
        { Type: "AWS::Bedrock::FlowAlias", Owner: var flow } => $"{ArnOf(flow)}/alias/{Id(resource)}",
        { Type: "AWS::Bedrock::ApplicationInferenceProfile" } =>
            $"arn:aws:bedrock:{Region}:{Account}:application-inference-profile/{Id(resource)}",
        _ => Arn(resource),
    };

    /// <summary>The ARN of a prompt, or of a version of it: <c>hello-r3</c>.</summary>
    public static string Arn(string prompt) => prompt.Split("-r") is [var name, [>= '1' and <= '9', ..] release]
        ? $"{Arn(name)}:{release}"
        : $"arn:aws:bedrock:{Region}:{Account}:prompt/{Id(prompt)}";

    /// <summary>A value of a plan of prompts with everything known.</summary>
    public static Value Fill(Value value) => Here.Fill(value, reference => Arn(reference.Resource));

    private Granted Policies(string owner, string type) => new(
    [
        .. plan.Resources
            .Where(resource => resource.Owner == owner && resource.Type == type)
            .Select(resource => resource.Properties["PolicyDocument"]!)
            .Select(policy => Here.Fill(policy, reference => ArnOf(reference.Resource))),
    ]);

    private static string Id(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..10];
}
