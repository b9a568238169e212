using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>Prints cases as soon as they are done, in the order of the plan.</summary>
/// <param name="output">The writer.</param>
/// <param name="start">The start of each line; empty unless several stacks are tested.</param>
internal sealed class CaseLines(TextWriter output, Func<int, string> start)
{
    private readonly Dictionary<int, CaseResult> _early = [];
    private int _next;

    /// <summary>Records that a case is done.</summary>
    public void Tell(int number, CaseResult result)
    {
        _early[number] = result;
        while (_early.Remove(_next, out var next))
        {
            Write(_next, next);
            _next++;
        }
    }

    /// <summary>Prints the lines that are still waiting for cases which will not be done.</summary>
    public void End(IReadOnlyList<CaseResult> all)
    {
        for (; _next < all.Count; _next++)
        {
            Write(_next, all[_next]);
        }
    }

    private void Write(int number, CaseResult result)
    {
        foreach (var line in SmokeLines.Of(result))
        {
            output.WriteLine(start(number) + line);
        }
    }
}
