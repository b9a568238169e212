using System.Text.Json;
using Infra.Definitions;
using Infra.Definitions.Yaml;
using Infra.Releases;
using Infra.Smoke.Reports;
using Infra.Values;

namespace Infra.Smoke.Recording;

/// <summary>An answer in the form of a test case: the <c>sample</c> of a prompt, the <c>stubs</c> of a flow.</summary>
/// <param name="Entries">The entries for the case, the last of which is the digest of what was called.</param>
public sealed record RecordedSample(YamlNode.Mapping Entries)
{
    /// <summary>The key with the digest of the content that the sample was recorded from.</summary>
    internal const string Of = "sampleOf";

    /// <summary>The sample to record from a case's result, or the reason why there is none.</summary>
    /// <param name="result">The result of the case.</param>
    /// <param name="file">The root of its file.</param>
    public static (RecordedSample? Sample, string? Reason) From(CaseResult result, YamlNode? file)
    {
        if (!result.IsGood || result.Target.Digest is not { } digest)
        {
            return (null, "the answer did not pass");
        }

        if (result.Target.Kind is "flow")
        {
            var (stubs, reason) = RecordedStubs.From(result, file);
            return (stubs is null ? null : new(YamlNodes.Map(("stubs", stubs), (Of, Short(digest)))), reason);
        }

        var answer = result.Runs.Select(run => run.Answer).OfType<AnswerSummary>().First();
        var text = answer.Text ?? "";
        if (Secrets.In(text) is [var found, ..])
        {
            return (null, $"the answer contains what looks like a secret ({found.Kind})");
        }

        return answer.Tools switch
        {
            [] when text.Length == 0 => (null, "the answer is empty"),
            [] => (Answered(YamlNodes.Text(text), digest), null),
            [var only] when Tool(only) is { } tool => (Answered(
                YamlNodes.Map(
                    ("tool", YamlNodes.Text(tool.Name)),
                    ("input", YamlNodes.Of(tool.Input)),
                    ("text", text.Length == 0 ? null : YamlNodes.Text(text))),
                digest), null),
            _ => (null, "the answer calls several tools, and a sample calls one"),
        };
    }

    private static RecordedSample Answered(YamlNode sample, string digest) =>
        new(YamlNodes.Map(("sample", sample), (Of, Short(digest))));

    private static YamlNode.Scalar Short(string digest) => YamlNodes.Text(Digest.Short(digest));

    /// <summary>A tool call in the form of reports: <c>name({...})</c>.</summary>
    private static SampleTool? Tool(string call)
    {
        try
        {
            return call.IndexOf('(', StringComparison.Ordinal) is var open and > 0
                && JsonValue.Parse(call[(open + 1)..^1]) is Value.Map input
                    ? new(call[..open], input)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
