using Infra.Definitions;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>What an application may do that calls a prompt: look it up, have it rendered, invoke its models. Nothing else.</summary>
public static class CallerAccess
{
    /// <summary>The longest name of a managed policy.</summary>
    /// <remarks>128 characters. Source: IAM CreatePolicy, PolicyName, read 2026-11-21.</remarks>
    public const int LongestPolicyName = 128;

    /// <summary>The policy's name in the plan.</summary>
    public static string PolicyName(string name) => $"{name}-callers";

    /// <summary>The policy's name on AWS: made of the parameter path, because IAM knows no regions and no paths of ours.</summary>
    public static string NameOnAws(string name, StackSettings settings) =>
        $"{settings.ParameterPath.Trim('/').Replace('/', '-')}-{name}-callers";

    /// <summary>The policy for the callers of a prompt.</summary>
    internal static DeclaredResource Policy(PromptDeployment prompt, StackSettings settings) =>
        Policy(prompt.Name, settings, Statements(prompt, settings));

    /// <summary>A policy for callers.</summary>
    internal static DeclaredResource Policy(string name, StackSettings settings, IEnumerable<Statement> statements) => new()
    {
        Name = PolicyName(name),
        Type = "AWS::IAM::ManagedPolicy",
        Owner = name,
        Because = "for applications that call it",
        Properties = Map(
            ("ManagedPolicyName", NameOnAws(name, settings)),
            ("Description", $"Look up and call {name} in {settings.Stack}"),
            ("PolicyDocument", Statement.Policy(statements))),
    };

    /// <summary>Lets a caller read the alias.</summary>
    internal static Statement LookUp(string name, StackSettings settings) => new(
        "LookUpAlias",
        ["ssm:GetParameter", "ssm:GetParameters"],
        [Arns.InAccount("ssm", $"parameter{AliasParameter.Path(name, settings)}")]);

    private static IEnumerable<Statement> Statements(PromptDeployment prompt, StackSettings settings)
    {
        var arn = new Value.Ref(prompt.Name, "Arn");
        yield return LookUp(prompt.Name, settings);
        yield return new("RenderPrompt", ["bedrock:RenderPrompt"], [prompt.Live is null ? arn : Join(arn, ":*")]);
        var models = prompt.Served
            .Select(served => served.Model?.Value)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .SelectMany(model => ModelAccess.Resources(model))
            .DistinctBy(CanonicalJson.Compact)
            .ToArray();
        if (models.Length > 0)
        {
            yield return new("InvokeModel", ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"], models);
        }

        if (settings.EncryptionKey is { } key)
        {
            yield return new("DecryptPrompt", ["kms:Decrypt"], [key]);
        }
    }
}
