using System.Globalization;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Spelling;

namespace Infra.Cli.Local;

/// <summary>Prints what the deployer does, as Pulumi does: a line for each resource, then the totals.</summary>
internal sealed class DeployReport(TextWriter talk)
{
    /// <summary>The width of the column of types: the longest type.</summary>
    private static readonly int TypeWidth = ResourceTypes.All.Max(type => type.Name.Length);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<DeployAction, int> _counts = [];

    /// <summary>Prints one event.</summary>
    public void Tell(DeployEvent done)
    {
        lock (_lock)
        {
            _counts[done.Action] = _counts.GetValueOrDefault(done.Action) + 1;
            if (done.Action is not DeployAction.Keep)
            {
                var resource = $" {Mark(done.Action)} {done.Type.PadRight(TypeWidth)}  {TerminalText.Line(done.Name)}";
                talk.WriteLine(done.Message is null
                    ? $"{resource}  {Word(done.Action)}"
                    : $"{resource}: {TerminalText.Line(done.Message)}");
            }
        }
    }

    /// <summary>Prints the totals.</summary>
    public void WriteSums() => talk.WriteLine($"Resources: {Sums()}");

    private string Sums()
    {
        var sums = _counts
            .Where(count => count.Key is not DeployAction.Warn)
            .OrderBy(count => count.Key is DeployAction.Keep)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {Word(count.Key)}"));
        return _counts.Keys.Any(action => action is not DeployAction.Warn) ? string.Join(", ", sums) : "none";
    }

    private static string Word(DeployAction action) => action switch
    {
        DeployAction.Adopt => "taken over",
        DeployAction.Create => "created",
        DeployAction.Update => "updated",
        DeployAction.Replace => "replaced",
        DeployAction.Delete => "deleted",
        DeployAction.Keep or DeployAction.Warn => "unchanged",
    };

    private static string Mark(DeployAction action) => action switch
    {
        DeployAction.Adopt => "= ",
        DeployAction.Create => "+ ",
        DeployAction.Update => "~ ",
        DeployAction.Replace => "+-",
        DeployAction.Delete => "- ",
        DeployAction.Keep or DeployAction.Warn => "! ",
    };
}
