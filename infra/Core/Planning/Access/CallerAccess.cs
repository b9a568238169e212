using System.Collections.Immutable;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>What an application that calls a prompt or flow may do: look it up and call it, nothing else.</summary>
public static class CallerAccess
{
    /// <summary>The longest name of a managed policy.</summary>
    /// <remarks>128 characters. Source: IAM CreatePolicy, PolicyName, read 2026-11-21.</remarks>
    public const int LongestPolicyName = 128;

    /// <summary>The policy's name in the plan.</summary>
    public static string PolicyName(string name) => $"{name}-callers";

    /// <summary>The policy's name on AWS.</summary>
    public static string NameOnAws(string name, StackSettings settings) =>
        $"{AccessNames.Prefix(settings)}{name}{StackSettings.CallersPolicy}";

    /// <summary>The policy for the callers of a prompt.</summary>
    internal static DeclaredResource Policy(PromptDeployment prompt, StackSettings settings) =>
        Policy(prompt.Name, settings, Statements(prompt, settings));

    /// <summary>The policy for the callers of a flow.</summary>
    /// <param name="name">The flow's name.</param>
    /// <param name="flow">The flow's ARN.</param>
    /// <param name="aliases">The ARNs of the flow's aliases, the only resources that InvokeFlow is authorised
    /// on.</param>
    /// <param name="settings">The stack.</param>
    internal static DeclaredResource Policy(
        string name, Value flow, ImmutableArray<Value> aliases, StackSettings settings) => Policy(
        name,
        settings,
        [
            LookUp(name, settings),
            new("InvokeFlow", ["bedrock:InvokeFlow"], aliases),
            .. KeyAccess.OfFlows(settings, [flow], KeyAccess.Read, KeyAccess.Write),
        ]);

    /// <summary>The resource that callers of a prompt may use: its draft if that is served, otherwise any
    /// version.</summary>
    internal static Value Called(PromptDeployment prompt)
    {
        var arn = new Value.Ref(prompt.Name, "Arn");
        return prompt.Live is null ? arn : Join(arn, ":*");
    }

    private static DeclaredResource Policy(string name, StackSettings settings, IEnumerable<Statement> grants) => new()
    {
        Name = PolicyName(name),
        Type = ResourceTypes.ManagedPolicy,
        Owner = name,
        Because = "for applications that call it",
        Properties = Map(
            ("ManagedPolicyName", NameOnAws(name, settings)),
            ("Path", AccessNames.Path(settings)),
            ("Description", $"Look up and call {name} in {settings.Stack}"),
            ("PolicyDocument", Statement.Policy(grants))),
    };

    private static Statement LookUp(string name, StackSettings settings) => new(
        "LookUpAlias",
        ["ssm:GetParameter", "ssm:GetParameters"],
        [
            Arns.InAccount("ssm", $"parameter{AliasParameter.Path(name, settings)}"),
            Arns.InAccount("ssm", $"parameter{AliasParameter.ExperimentPath(name, settings)}"),
        ]);

    private static IEnumerable<Statement> Statements(PromptDeployment prompt, StackSettings settings)
    {
        var arn = new Value.Ref(prompt.Name, "Arn");
        var called = Called(prompt);
        var models = prompt.Served.Select(served => served.Model?.Value).OfType<string>().ToArray();
        var agents = Arns.Set(prompt.Served.Select(served => (Value?)served.Agent?.Value).OfType<Value>());
        yield return LookUp(prompt.Name, settings);
        if (models.Length > 0)
        {
            yield return new("RenderPrompt", ["bedrock:RenderPrompt"], [called]);
        }

        foreach (var statement in ModelAccess.Statements(models, settings, ModelAccess.Invoke, ModelAccess.Stream))
        {
            yield return statement;
        }

        foreach (var statement in MeasuredAccess.Statements(
            prompt.Profiles, settings, ModelAccess.Invoke, ModelAccess.Stream))
        {
            yield return statement;
        }

        // No operation accepts a prompt for an agent: the caller reads it, fills it and sends the text to InvokeAgent.
        // Source: Bedrock user guide, "Create a prompt using Prompt management", on genAiResource, read 2026-11-21.
        if (agents.Length > 0)
        {
            yield return new("ReadPrompt", ["bedrock:GetPrompt"], [called]);
            yield return new("InvokeAgent", ["bedrock:InvokeAgent"], agents);
        }

        foreach (var statement in KeyAccess.OfPrompts(settings, [arn], KeyAccess.Read))
        {
            yield return statement;
        }
    }
}
