using System.Text.Json;
using Infra.Definitions;
using Infra.Definitions.Yaml;
using Infra.Releases;
using Infra.Smoke.Reports;
using Infra.Values;

namespace Infra.Smoke.Recording;

/// <summary>An answer as the <c>sample</c> of its case, with what was asked to get it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Of">The first digits of the content's digest.</param>
public sealed record RecordedSample(SampleAnswer Answer, string Of)
{
    /// <summary>What a case's result gives to be recorded, or why it gives nothing.</summary>
    public static (RecordedSample? Sample, string? Reason) From(CaseResult result)
    {
        if (result.Target.Kind is not "prompt")
        {
            return (null, "flows are not recorded; their 'stubs' are written by hand");
        }

        if (!result.IsGood || result.Target.Digest is not { } digest)
        {
            return (null, "the answer did not meet what is expected");
        }

        var answer = result.Runs.Select(run => run.Answer).OfType<AnswerSummary>().First();
        var text = answer.Text ?? "";
        if (Secrets.In(text) is [var found, ..])
        {
            return (null, $"the answer holds what looks like a secret ({found.Kind})");
        }

        return answer.Tools switch
        {
            [] when text.Length == 0 => (null, "the answer is empty"),
            [] => (new(new(text), Digest.Short(digest)), null),
            [var only] when Tool(only) is { } tool => (new(new(text, tool), Digest.Short(digest)), null),
            _ => (null, "the answer calls several tools, and a sample calls one"),
        };
    }

    /// <summary>The entries of the case that state it.</summary>
    internal YamlNode.Mapping Entries() => YamlNodes.Map(
        ("sample", Answer.Tool is { } tool
            ? YamlNodes.Map(
                ("tool", YamlNodes.Text(tool.Name)),
                ("input", YamlNodes.Of(tool.Input)),
                ("text", Answer.Text.Length == 0 ? null : YamlNodes.Text(Answer.Text)))
            : YamlNodes.Text(Answer.Text)),
        ("sampleOf", YamlNodes.Text(Of)));

    /// <summary>A call as reports show it: <c>name({...})</c>.</summary>
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
