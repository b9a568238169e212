using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Local;
using Infra.Planning;
using Infra.Smoke.Cases;
using Infra.Values;

namespace Infra.Cli.Local;

/// <summary>The answers of models and other services according to a project's test cases.</summary>
internal sealed class RecordedAnswers
{
    private readonly ILookup<string, PromptCase> _prompts;
    private readonly ILookup<string, FlowCase> _flows;

    private RecordedAnswers(IReadOnlyCollection<(string Deployed, SmokeCase Test, TestCase Stated)> cases)
    {
        _prompts = (
            from named in cases
            where named.Test is { Input: SmokeInput.Variables, Sample: not null }
            let values = ((SmokeInput.Variables)named.Test.Input).Values
            select (named.Deployed, Case: new PromptCase(values, Answer(named.Test.Sample!.Value))))
            .ToLookup(named => named.Deployed, named => named.Case, StringComparer.Ordinal);
        _flows = (
            from named in cases
            where named.Test.Input is SmokeInput.Document
            let document = JsonValue.From(((SmokeInput.Document)named.Test.Input).Content)
            select (named.Deployed, Case: new FlowCase(CanonicalJson.Compact(document), Stubs(named.Stated))))
            .ToLookup(named => named.Deployed, named => named.Case, StringComparer.Ordinal);
    }

    /// <summary>The cases of working files, then of releases, the newest first; for each stack under its own
    /// names.</summary>
    public static RecordedAnswers Of(Project project) => new([
        .. from stack in project.Stacks.Values
           from definition in project.Catalog.Definitions.Values.Concat(Released(project))
           from test in SmokeCaseReader.Read(definition, _ => null, [])
           let stated = definition.Tests.First(stated => stated.Name.Value == test.Name.Value)
           select (stack.NamePrefix + definition.Name, test, stated)]);

    /// <summary>The sample of the case whose variables match a call, or null.</summary>
    public ModelAnswer? Answer(ModelCall call) => call.Prompt is not { } prompt
        ? null
        : _prompts[prompt].FirstOrDefault(recorded => recorded.Values.All(value =>
            call.Variables.GetValueOrDefault(value.Key) == value.Value))?.Answer;

    /// <summary>The output of a node in the case whose document is the flow's input, or null.</summary>
    public Value? Stub(NodeCall call)
    {
        var document = CanonicalJson.Compact(call.Document);
        return _flows[call.Flow].FirstOrDefault(recorded => recorded.Document == document)?
            .Stubs.GetValueOrDefault(call.Node);
    }

    private static ModelAnswer Answer(SampleAnswer sample) => new(sample.Text, sample.Tool);

    private static IEnumerable<Definition> Released(Project project) =>
        from releases in project.Releases.ByName.Values
        from release in releases.Values.Reverse()
        select release.Definition;

    private static ImmutableDictionary<string, Value> Stubs(TestCase test) =>
        test.Stubs.ToImmutableDictionary(stub => stub.Key.Text, stub => stub.Value.ToValue(), StringComparer.Ordinal);

    private sealed record PromptCase(ImmutableSortedDictionary<string, string> Values, ModelAnswer Answer);

    private sealed record FlowCase(string Document, ImmutableDictionary<string, Value> Stubs);
}
