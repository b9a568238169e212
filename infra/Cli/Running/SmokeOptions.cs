using System.Collections.Immutable;
using Infra.Cli.Aws;
using Infra.Models;
using Infra.Smoke.Cases;

namespace Infra.Cli.Running;

/// <summary>The options of <c>prompts smoke</c>.</summary>
internal sealed record SmokeOptions
{
    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The project's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether the local Bedrock is called.</summary>
    public bool Local { get; init; }

    /// <summary>The selection, as far as the command line alone determines it.</summary>
    public SmokeSelection Selection { get; init; } = SmokeSelection.All;

    /// <summary>The revision since which definitions must have changed; null for no condition.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>Whether only cases are run that did not pass in the last run.</summary>
    public bool LastFailed { get; init; }

    /// <summary>The number of calls at the same time.</summary>
    /// <value>Default 4.</value>
    public int Jobs { get; init; } = 4;

    /// <summary>How often each case is run; null for the case's own number.</summary>
    public int? Repeat { get; init; }

    /// <summary>The timeout of a call, including repeated attempts, unless its case states another.</summary>
    /// <value>Default 60 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The time limit of the whole run.</summary>
    /// <value>Default 30 minutes.</value>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The most that all calls may cost together, in US dollars; null for no limit.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Prices from the command line, which override the known ones.</summary>
    public ImmutableDictionary<string, Price> Prices { get; init; } = ImmutableDictionary<string, Price>.Empty;

    /// <summary>Whether answers become the samples of their cases.</summary>
    public bool Record { get; init; }

    /// <summary>Whether a sample recorded from other content than the tested one ends the run.</summary>
    public bool FailOnStale { get; init; }

    /// <summary>Whether warnings count as failures.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether a run without cases counts as passed.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>The files to write, whose names end with .json, .junit.xml or .md.</summary>
    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>The source of the aliases.</summary>
    public required AliasSource Aliases { get; init; }

    /// <summary>The stack to compare with; null for none.</summary>
    public string? Compare { get; init; }

    /// <summary>The profile for that stack; null for the same one.</summary>
    public string? CompareProfile { get; init; }

    /// <summary>How to reach AWS; its region overrides the stack's.</summary>
    public AwsConnection Connection { get; init; } = new();
}
