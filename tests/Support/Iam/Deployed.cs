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

    /// <summary>The policies that a caller of a prompt or flow is given.</summary>
    public Granted CallerOf(string name) => Policies(name, "AWS::IAM::ManagedPolicy");

    /// <summary>The policies of the role that a flow runs with.</summary>
    public Granted RoleOf(string flow) => Policies(flow, "AWS::IAM::RolePolicy");

    /// <summary>What an attribute of a resource is.</summary>
    public static string Arn(string resource, string attribute = "Arn") => (resource, attribute) switch
    {
        (_, "Arn") when resource.Split("-r") is [var prompt, [>= '1' and <= '9', ..] release] =>
            $"{Arn(prompt)}:{release}",
        _ => $"arn:aws:bedrock:{Region}:{Account}:prompt/{Id(resource)}",
    };

    /// <summary>A value with everything known.</summary>
    public static Value Fill(Value value) =>
        new Place(Region, Account).Fill(value, reference => Arn(reference.Resource, reference.Attribute));

    private Granted Policies(string owner, string type) => new(
    [
        .. plan.Resources
            .Where(resource => resource.Owner == owner && resource.Type == type)
            .Select(resource => Fill(resource.Properties["PolicyDocument"]!)),
    ]);

    private static string Id(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..10];
}
