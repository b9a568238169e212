using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Smoke.Expectations;
using Infra.Smoke.Json;

namespace Infra.Smoke.Judging;

/// <summary>Checks of what happened inside a flow.</summary>
internal static class FlowChecks
{
    public static Finding Find(Check check, FlowRun? run, Redaction redaction) => check switch
    {
        Check.NodePutOut node => PutOut(node, run?.Outputs, redaction),
        Check.FlowPath path => Path(path.Nodes, run?.Path),
        Check.FlowCompleted => Completed(run?.Completion),
        _ => throw new UnreachableException(),
    };

    private static Finding PutOut(Check.NodePutOut check, ImmutableArray<NodeOutput>? outputs, Redaction redaction)
    {
        if (outputs is null)
        {
            return Finding.Unknown("the outputs of the nodes are unknown");
        }

        var own = outputs.Value
            .Where(output => output.Node == check.Node && (check.Output ?? output.Output) == output.Output)
            .ToImmutableArray();
        return own.IsEmpty
            ? new(false, $"{Name(check)} put nothing out")
            : Connective.Any(own.Select(output => Satisfies(check.Expectations, output, redaction)));
    }

    private static Finding Satisfies(ImmutableArray<Expectation> expectations, NodeOutput output, Redaction redaction)
    {
        var passage = new Passage(JsonText.Of(output.Document), $"{output.Node}.{output.Output}", redaction);
        return Connective.All(expectations
            .Select(expectation => Judgement.Find(expectation, passage))
            .DefaultIfEmpty(new(true, $"{passage.Subject} is {passage.Quoted}")));
    }

    private static string Name(Check.NodePutOut check) =>
        check.Output is null ? check.Node : $"{check.Node}.{check.Output}";

    private static Finding Completed(string? completion) => completion switch
    {
        null => Finding.Unknown("how the flow ended is unknown"),
        "SUCCESS" => new(true, "the flow ended with SUCCESS"),
        _ => new(false, $"the flow ended with {completion}, not SUCCESS"),
    };

    private static Finding Path(ImmutableArray<string> wanted, ImmutableArray<string>? path)
    {
        if (path is null)
        {
            return Finding.Unknown("which nodes ran is unknown");
        }

        var found = 0;
        foreach (var node in path.Value)
        {
            found += found < wanted.Length && wanted[found] == node ? 1 : 0;
        }

        var taken = string.Join(" > ", path.Value);
        return found == wanted.Length
            ? new(true, $"the flow went {taken}")
            : new(false, $"the flow went {taken}, and not on to {wanted[found]}");
    }
}
