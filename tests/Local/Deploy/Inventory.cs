using Infra.Tests.Support;
using Infra.Values;

namespace Infra.Tests.Local.Deploy;

/// <summary>Everything that exists on a local Bedrock, without what differs from one run to the next.</summary>
internal static class Inventory
{
    private static readonly string[] Types =
    [
        "AWS::Bedrock::Prompt", "AWS::Bedrock::Flow", "AWS::IAM::Role", "AWS::IAM::ManagedPolicy",
        "AWS::SSM::Parameter",
    ];

    private static readonly (string Type, string Parent)[] Children =
    [
        ("AWS::Bedrock::PromptVersion", "PromptArn"), ("AWS::Bedrock::FlowVersion", "FlowArn"),
        ("AWS::Bedrock::FlowAlias", "FlowArn"),
    ];

    private static readonly string[] OfTheMoment = ["CreatedAt", "UpdatedAt", "CreateDate", "UpdateDate", "RoleId"];

    /// <summary>A line for each resource, in ordinal order; ids that the service makes up are told by names.</summary>
    public static async Task<IReadOnlyList<string>> Of(LocalStack stack)
    {
        var found = new List<(string Type, Value.Map Properties)>();
        foreach (var type in Types)
        {
            foreach (var identifier in await stack.List(type))
            {
                found.Add((type, await stack.Read(type, identifier)));
            }
        }

        foreach (var (parent, own) in found.ToList().Select(resource => (resource.Properties, resource.Type)))
        {
            var arn = own is "AWS::Bedrock::Prompt" ? "PromptArn" : own is "AWS::Bedrock::Flow" ? "FlowArn" : null;
            foreach (var (type, _) in Children.Where(child => child.Parent == arn))
            {
                var of = Shorthand.Map((arn!, parent["Arn"]));
                foreach (var identifier in await stack.List(type, of))
                {
                    found.Add((type, await stack.Read(type, identifier)));
                }
            }
        }

        var names = found
            .Where(resource => resource.Properties["Id"] is Value.Text && resource.Properties["Name"] is Value.Text)
            .Select(resource => (
                Text(resource.Properties["Id"]), $"<{resource.Type} {Text(resource.Properties["Name"])}>"))
            .Distinct()
            .ToList();
        return
        [
            .. found.Select(resource => Named($"{resource.Type} {Spell(resource.Properties)}", names))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Spell(Value.Map properties) => CanonicalJson.Compact(Shorthand.Map(
        properties.Entries
            .Where(entry => !OfTheMoment.Contains(entry.Key))
            .Select(entry => (entry.Key, (Value?)entry.Value))));

    private static string Named(string line, IEnumerable<(string Id, string Name)> names) => names.Aggregate(
        line, (text, named) => text.Replace(named.Id, named.Name, StringComparison.Ordinal));

    private static string Text(Value? value) => ((Value.Text)value!).Content;
}
