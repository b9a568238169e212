using System.CommandLine;

namespace Infra.Cli.Running;

/// <summary>The options for selecting cases.</summary>
internal sealed class SmokeSelectionOptions
{
    private readonly Option<string?> _filter = new("--filter")
    {
        Description = "Only cases whose '<name> / <case>' contains this text; * matches anything.",
        HelpName = "text",
    };

    private readonly Option<string[]> _tags = new("--tag")
    {
        Description = "Only cases with this tag; may be repeated, to select any of them.",
        HelpName = "tag",
    };

    private readonly Option<string?> _changed = new("--changed")
    {
        Description = "Only what the stack serves differently since this git revision (default HEAD~1).",
        HelpName = "revision",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _lastFailed = new("--last-failed")
    {
        Description = "Only the cases that did not pass in the last run.",
    };

    private readonly Option<bool> _allowEmpty = new("--allow-empty")
    {
        Description = "Exit 0, not 2, when no case is selected.",
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [_filter, _tags, _changed, _lastFailed, _allowEmpty];

    /// <summary>Reads the options from the command line.</summary>
    public SmokeOptions Read(ParseResult line, SmokeOptions options) => options with
    {
        Selection = new()
        {
            Filter = line.GetValue(_filter),
            Tags = [.. line.GetValue(_tags) ?? []],
        },
        ChangedSince = line.GetResult(_changed) is null ? null : line.GetValue(_changed) ?? "HEAD~1",
        LastFailed = line.GetValue(_lastFailed),
        AllowEmpty = line.GetValue(_allowEmpty),
    };
}
