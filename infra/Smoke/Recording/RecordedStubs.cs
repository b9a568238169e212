using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Smoke.Judging;
using Infra.Smoke.Reports;
using Infra.Values;

namespace Infra.Smoke.Recording;

/// <summary>The answers of a flow's nodes as the <c>stubs</c> of its case.</summary>
internal static class RecordedStubs
{
    /// <summary>Types of node that compute by themselves or only pass on their input, and so need no stub.</summary>
    private static readonly string[] Own = ["Input", "Output", "Condition", "Iterator", "Collector", "Loop"];

    /// <summary>The stubs, unchanged for nodes that did not run; or the reason why there are none.</summary>
    public static (YamlNode.Mapping? Stubs, string? Reason) From(CaseResult result, YamlNode? file)
    {
        var outputs = result.Runs.Select(run => run.Answer).OfType<AnswerSummary>().First().Outputs
            .Where(output => file.Get("nodes").Get(output.Node).Text("type") is { } type && !Own.Contains(type.Value))
            .GroupBy(output => output.Node, StringComparer.Ordinal)
            .ToDictionary(node => node.Key, Answers, StringComparer.Ordinal);
        var several = outputs.FirstOrDefault(node => node.Value.Length > 1).Key;
        var reason = outputs.Count == 0 ? "its trace contains no node that makes calls"
            : several is not null ? $"node {several} answered in several ways, and a stub states one answer"
            : Secrets.In(string.Join('\n', outputs.Values.Select(answers => answers[0]))) is [var found, ..]
                ? $"the answer of a node contains what looks like a secret ({found.Kind})"
            : null;
        var stated = Stated(file, result.Id.Name).ToDictionary(
            entry => entry.Key.Text, entry => entry.Value, StringComparer.Ordinal);
        foreach (var (node, answers) in outputs.Where(_ => reason is null))
        {
            stated[node] = YamlNodes.Of(JsonValue.Parse(answers[0]));
        }

        var stubs = YamlNodes.Map(stated.Select(stub => (stub.Key, (YamlNode?)stub.Value)));
        return (reason is null ? stubs : null, reason);
    }

    private static string[] Answers(IEnumerable<NodeOutput> outputs) =>
    [
        .. outputs
            .Select(output => CanonicalJson.Compact(JsonValue.From(output.Document)))
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<YamlEntry> Stated(YamlNode? file, string test) =>
        SampleEdit.Case(file, test).Get("stubs").Entries();
}
