using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Spelling;

namespace Infra.Exchange.Imports;

/// <summary>Reads the nodes of an imported flow.</summary>
/// <param name="flow">The flow's name.</param>
/// <param name="request">The options of the import.</param>
/// <param name="lifted">Collects prompts that get files of their own.</param>
/// <param name="together">The prompts that are imported with it.</param>
internal sealed class ImportedNodes(
    string flow,
    ImportRequest request,
    ICollection<(string Name, YamlNode.Mapping Prompt)> lifted,
    ImportedPrompts together)
{
    /// <summary>A node in the form of the flow's file.</summary>
    public YamlNode.Mapping Read(ImportedPart node, string name, ImportedInputs inputs)
    {
        var word = node.RequiredText("type");
        if (!Enum.TryParse<FlowNodeType>(word, out var type) || $"{type}" != word)
        {
            if (word is not null)
            {
                node.ReportWord("type", word, string.Join(", ", Enum.GetNames<FlowNodeType>()));
            }

            return YamlNodes.Map();
        }

        var (sends, configuration) = Configuration(node, type);
        var ports = FlowPorts.Of(type, generates: configuration?.Has("modelId") is true);
        // Data before conditions: the order of connections that follows from the file.
        var (data, conditions) = (inputs.Of(node, name, ports), inputs.When(name));
        var read = YamlNodes.Map(
        [
            ("type", YamlNodes.Text(word)),
            .. configuration is null ? [] : Read(configuration, type, name),
            ("when", conditions),
            ("inputs", data),
            .. ImportedOutputs.Read(node, ports),
            ("configuration", sends ? null : YamlNodes.Text(FlowShape.None)),
        ]);
        configuration?.Finish();
        node.Finish();
        return read;
    }

    private static (bool Sends, ImportedPart? Part) Configuration(ImportedPart node, FlowNodeType type)
    {
        var key = FirstLetter.Lower($"{type}");
        var configuration = node.Part("configuration");
        var part = configuration?.Part(key);
        configuration?.Finish();
        if (configuration is not null && part is null)
        {
            node.ReportEmpty("configuration");
        }

        return (part is not null, part);
    }

    private IEnumerable<(string Key, YamlNode? Value)> Read(ImportedPart part, FlowNodeType type, string name) =>
        type switch
        {
            FlowNodeType.Prompt =>
            [
                ("prompt", part.RequiredPart("sourceConfiguration") is { } source ? Source(source, name) : null),
                ("guardrail", Guardrail(part)),
            ],
            FlowNodeType.Condition => [("conditions", Conditions(part.RequiredParts("conditions")))],
            FlowNodeType.KnowledgeBase => ImportedKnowledgeBase.Read(part),
            FlowNodeType.LambdaFunction => [("lambdaArn", part.ReferenceNode("lambdaArn"))],
            FlowNodeType.Lex =>
            [
                ("botAliasArn", part.ReferenceNode("botAliasArn")),
                ("localeId", part.TextNode("localeId")),
            ],
            FlowNodeType.Agent => [("agentAliasArn", part.ReferenceNode("agentAliasArn"))],
            FlowNodeType.Storage or FlowNodeType.Retrieval => [("bucketName", Bucket(part))],
            FlowNodeType.InlineCode => [("language", part.TextNode("language")), ("code", part.TextNode("code"))],
            FlowNodeType.Loop => part.RequiredPart("definition") is { } definition
                ? ImportedFlow.Body(definition, this)
                : [],
            FlowNodeType.LoopController =>
            [
                (
                    "continueCondition",
                    part.RequiredPart("continueCondition") is { } condition ? Condition(condition) : null
                ),
                ("maxIterations", part.NumberNode("maxIterations")),
            ],
            FlowNodeType.Input or FlowNodeType.Output or FlowNodeType.Iterator or FlowNodeType.Collector
                or FlowNodeType.LoopInput => [],
        };

    private YamlNode? Source(ImportedPart source, string name)
    {
        var resource = source.Part("resource");
        var inline = resource is null ? source.Part("inline") : null;
        if (resource is null && inline is null && !source.Has("resource") && !source.Has("inline"))
        {
            source.Report.Add(Problems.ImportLacks(source.At, $"{source.Place}.resource (or inline)"));
        }

        source.Finish();
        if (resource is not null)
        {
            return Reference(resource);
        }

        if (inline is null || !request.LiftsPrompts)
        {
            return inline is null ? null : ImportedPrompt.Inline(inline);
        }

        var own = $"{flow}-{name}";
        lifted.Add((own, ImportedPrompt.Lift(inline, request.Model)));
        return YamlNodes.Text(own);
    }

    /// <summary>The name of a prompt that is imported as well; otherwise an ARN.</summary>
    private YamlNode Reference(ImportedPart resource)
    {
        const string key = "promptArn";
        if (together.Find(resource.Places.File, resource.Raw(key)) is not var (name, version))
        {
            var arn = resource.ReferenceNode(key);
            resource.Finish();
            return YamlNodes.Map(("arn", arn));
        }

        resource.Ignore(key);
        resource.Finish();
        if (version is not null)
        {
            resource.Report.Add(
                Problems.ImportedVersion(resource.AtOf(key), resource.PlaceOf(key), name, version));
        }

        return YamlNodes.Text(name);
    }

    /// <summary>The guardrail of a node, or null.</summary>
    internal static YamlNode? Guardrail(ImportedPart part)
    {
        if (part.Part("guardrailConfiguration") is not { } guardrail)
        {
            return null;
        }

        var read = YamlNodes.Map(
            ("id", guardrail.ReferenceNode("guardrailIdentifier")),
            ("version", guardrail.ReferenceNode("guardrailVersion")));
        guardrail.Finish();
        return read;
    }

    private static YamlNode? Bucket(ImportedPart part)
    {
        var service = part.RequiredPart("serviceConfiguration");
        var s3 = service?.RequiredPart("s3");
        var bucket = s3?.ReferenceNode("bucketName");
        s3?.Finish();
        service?.Finish();
        return bucket;
    }

    /// <summary>Conditions by name, where that form means the same; otherwise exactly as they are.</summary>
    private static YamlNode Conditions(ImmutableArray<ImportedPart> parts)
    {
        var read = parts
            .Select(part => (Name: part.Has("name") ? part.Text("name") ?? "" : "", Node: Condition(part)))
            .ToArray();
        var isUsual = read.Length > 0
            && read[^1] is { Name: FlowConditions.Default, Node.Entries.Length: 1 }
            && read[..^1].All(condition =>
                condition.Name is not FlowConditions.Default && condition.Node["expression"] is not null)
            && read.DistinctBy(condition => condition.Name).Count() == read.Length;
        return isUsual
            ? YamlNodes.Map(read[..^1].Select(condition => (condition.Name, condition.Node["expression"]?.Value)))
            : YamlNodes.List(read.Select(condition => condition.Node));
    }

    private static YamlNode.Mapping Condition(ImportedPart condition)
    {
        var read = YamlNodes.Map(
            ("name", condition.RequiredText("name") is { } name ? YamlNodes.Text(name) : null),
            ("expression", condition.TextNode("expression")));
        condition.Finish();
        return read;
    }
}
