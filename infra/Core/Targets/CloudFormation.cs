using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Infra.Planning;
using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>Renders a plan as a CloudFormation template.</summary>
public static class CloudFormation
{
    /// <summary>The most resources in a template.</summary>
    /// <remarks>500. Source: CloudFormation quotas, read 2026-11-21.</remarks>
    public const int MostResources = 500;

    /// <summary>The template.</summary>
    public static Value.Map Render(Plan plan)
    {
        var ids = plan.Resources.ToDictionary(
            resource => resource.Name, resource => LogicalId(resource.Name), StringComparer.Ordinal);
        return Map(
            ("AWSTemplateFormatVersion", "2010-09-09"),
            ("Description", $"Prompts of stack {plan.Stack}, as bedrock-prompts declares them"),
            ("Resources", Map(plan.Resources.Select(resource => (ids[resource.Name], (Value?)Render(resource, ids))))));
    }

    /// <summary>
    /// An alphanumeric id that no other name results in: the words of the name and a digest of its exact spelling.
    /// </summary>
    public static string LogicalId(string name)
    {
        var words = name.Split('-', '_', '.')
            .Where(word => word.Length > 0)
            .Select(FirstLetter.Upper);
        return string.Concat(words) + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)), 0, 4);
    }

    private static Value.Map Render(DeclaredResource resource, Dictionary<string, string> ids) => Map(
        ("Type", resource.Type),
        ("DependsOn", Waits(resource) is { IsEmpty: false } waits ? List(waits.Select(id => (Value)ids[id])) : null),
        ("DeletionPolicy", resource.Protect ? "Retain" : null),
        ("UpdateReplacePolicy", resource.Protect ? "Retain" : null),
        ("Properties", Render(resource.Properties, ids)));

    /// <summary>The resources that one depends on without referring to them; a reference is a dependency
    /// anyway.</summary>
    private static ImmutableArray<string> Waits(DeclaredResource resource) =>
        [.. resource.DependsOn.Except(resource.RefersTo, StringComparer.Ordinal)];

    private static Value Render(Value value, Dictionary<string, string> ids) => value switch
    {
        Value.List list => List(list.Items.Select(item => Render(item, ids))),
        Value.Map map => Map(map.Entries.Select(entry => (entry.Key, (Value?)Render(entry.Value, ids)))),
        Value.Document document => Render(document.Content, ids),
        Value.Ref reference => Map(("Fn::GetAtt", List(ids[reference.Resource], reference.Attribute))),
        Value.Pseudo pseudo => Map(("Ref", Name(pseudo))),
        Value.Join join => Map(("Fn::Sub", string.Concat(join.Parts.Select(part => Substitution(part, ids))))),
        _ => value,
    };

    private static string Substitution(Value part, Dictionary<string, string> ids) => part switch
    {
        Value.Text text => text.Content.Replace("${", "${!", StringComparison.Ordinal),
        Value.Ref reference => $"${{{ids[reference.Resource]}.{reference.Attribute}}}",
        Value.Pseudo pseudo => $"${{{Name(pseudo)}}}",
        Value.Join join => string.Concat(join.Parts.Select(inner => Substitution(inner, ids))),
        _ => throw new UnreachableException(),
    };

    private static string Name(Value.Pseudo pseudo) => pseudo.Parameter switch
    {
        PseudoParameter.Partition => "AWS::Partition",
        PseudoParameter.Region => "AWS::Region",
        PseudoParameter.Account => "AWS::AccountId",
    };
}
