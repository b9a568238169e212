using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Local;
using Infra.Planning;
using Infra.Values;

namespace Infra.Cli.Local;

/// <summary>What the test cases of a project say models and other services answer.</summary>
internal sealed class RecordedAnswers
{
    private readonly ILookup<string, PromptCase> _prompts;
    private readonly ILookup<string, FlowCase> _flows;

    private RecordedAnswers(IReadOnlyCollection<(string Deployed, Definition Definition)> definitions)
    {
        _prompts = (
            from deployed in definitions
            where deployed.Definition is Prompt
            from test in deployed.Definition.Tests
            let values = Values((Prompt)deployed.Definition, test)
            let sample = test.Sample?.Value
            where sample is not null && values is not null
            select (deployed.Deployed, Case: new PromptCase(values, sample)))
            .ToLookup(named => named.Deployed, named => named.Case, StringComparer.Ordinal);
        _flows = (
            from deployed in definitions
            where deployed.Definition is Flow
            from test in deployed.Definition.Tests
            select (deployed.Deployed, Case: new FlowCase(Document((Flow)deployed.Definition, test), Stubs(test))))
            .ToLookup(named => named.Deployed, named => named.Case, StringComparer.Ordinal);
    }

    /// <summary>The cases of working files, then of releases, newest first; in every stack by its own names.</summary>
    public static RecordedAnswers Of(Project project) => new([
        .. from stack in project.Stacks.Values
           from definition in project.Catalog.Definitions.Values.Concat(Released(project))
           select (stack.NamePrefix + definition.Name, definition)]);

    /// <summary>The sample of the case whose variables match a call, or null.</summary>
    public string? Answer(ModelCall call) => call.Prompt is not { } prompt
        ? null
        : _prompts[prompt].FirstOrDefault(recorded => recorded.Values.All(value =>
            call.Variables.GetValueOrDefault(value.Key) == value.Value))?.Sample;

    /// <summary>What a node yields in the case whose document the flow was invoked with, or null.</summary>
    public Value? Stub(NodeCall call)
    {
        var document = CanonicalJson.Compact(call.Document);
        return _flows[call.Flow].FirstOrDefault(recorded => recorded.Document == document)?
            .Stubs.GetValueOrDefault(call.Node);
    }

    private static IEnumerable<Definition> Released(Project project) =>
        from releases in project.Releases.ByName.Values
        from release in releases.Values.Reverse()
        select release.Definition;

    private static ImmutableSortedDictionary<string, string>? Values(Prompt prompt, TestCase test)
    {
        var given = test.Given.ToDictionary(value => value.Name.Value, value => value.Value.Text()?.Value);
        var values = prompt.Variables.ToDictionary(
            variable => variable.Name.Value,
            variable => given.GetValueOrDefault(variable.Name.Value) ?? variable.Example?.Value);
        return values.ContainsValue(null)
            ? null
            : values.ToImmutableSortedDictionary(value => value.Key, value => value.Value!, StringComparer.Ordinal);
    }

    /// <summary>The type of the flow's input decides, not YAML: a number given to a String is a text.</summary>
    private static string Document(Flow flow, TestCase test)
    {
        var input = flow.Body.Nodes.FirstOrDefault(node => node.Configuration is NodeConfiguration.Input);
        var isText = input?.Outputs is [{ Type.Value: FlowDataType.String }];
        Value document = test.Given is not [{ Name.Value: "document", Value: var only }]
                ? Shorthand.Map(test.Given.Select(value => (value.Name.Value, (Value?)value.Value.ToValue())))
            : isText ? only.Text()?.Value ?? ""
            : only.ToValue();
        return CanonicalJson.Compact(document);
    }

    private static ImmutableDictionary<string, Value> Stubs(TestCase test) =>
        test.Stubs.ToImmutableDictionary(stub => stub.Key.Text, stub => stub.Value.ToValue(), StringComparer.Ordinal);

    private sealed record PromptCase(ImmutableSortedDictionary<string, string> Values, string Sample);

    private sealed record FlowCase(string Document, ImmutableDictionary<string, Value> Stubs);
}
