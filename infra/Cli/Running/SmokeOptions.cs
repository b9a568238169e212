using System.Collections.Immutable;
using Infra.Cli.Aws;
using Infra.Models;
using Infra.Smoke.Cases;

namespace Infra.Cli.Running;

/// <summary>What <c>prompts smoke</c> was asked for.</summary>
internal sealed record SmokeOptions
{
    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The project's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether the local Bedrock is called.</summary>
    public bool Local { get; init; }

    /// <summary>Which cases, as far as the command line alone says it.</summary>
    public SmokeSelection Selection { get; init; } = SmokeSelection.All;

    /// <summary>Only what changed since this revision; null for no such condition.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>Only the cases that did not pass in the last run.</summary>
    public bool LastFailed { get; init; }

    /// <summary>How many calls run at once.</summary>
    /// <value>Default 4.</value>
    public int Jobs { get; init; } = 4;

    /// <summary>How often each case is run; null leaves it to the case.</summary>
    public int? Repeat { get; init; }

    /// <summary>How long a call may take, repeated attempts included, unless its case says otherwise.</summary>
    /// <value>Default 60 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the whole run may take.</summary>
    /// <value>Default 30 minutes.</value>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>What all calls may cost together, in US dollars; null for no limit.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>What calls cost by the command line, which goes before what is known.</summary>
    public ImmutableDictionary<string, Price> Prices { get; init; } = ImmutableDictionary<string, Price>.Empty;

    /// <summary>Whether the answers become the samples of their cases.</summary>
    public bool Record { get; init; }

    /// <summary>Whether a sample of other content than is tested ends the run.</summary>
    public bool FailOnStale { get; init; }

    /// <summary>Whether warnings count as failures.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether a run without cases is as good as passed.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>The files to write, by their endings .json, .junit.xml and .md.</summary>
    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>Where the aliases come from.</summary>
    public required AliasSource Aliases { get; init; }

    /// <summary>The stack to compare with; null for none.</summary>
    public string? Compare { get; init; }

    /// <summary>The profile to reach that stack with; null for the same.</summary>
    public string? CompareProfile { get; init; }

    /// <summary>How to reach AWS; its region goes before the stack's.</summary>
    public AwsConnection Connection { get; init; } = new();
}
