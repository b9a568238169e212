using System.Collections.Immutable;
using Infra.Cli.Aws;
using Infra.Planning;
using Infra.Settings;
using Infra.Smoke.Cases;
using Infra.Smoke.Reports;
using Infra.Smoke.Serving;

namespace Infra.Cli.Running;

/// <summary>A stack against which cases are run.</summary>
internal sealed record StackUnderTest : IDisposable
{
    /// <summary>The stack.</summary>
    public required StackSettings Settings { get; init; }

    /// <summary>Its plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The content that should be deployed.</summary>
    public required ExpectedContent Expected { get; init; }

    /// <summary>The AWS clients for its region.</summary>
    public required AwsClients Aws { get; init; }

    /// <summary>The targets of its aliases; empty before they are resolved.</summary>
    public ImmutableArray<SmokeTarget> Targets { get; init; } = [];

    /// <summary>The attempts that have been repeated so far.</summary>
    public ImmutableArray<Retry> Retries { get; init; } = [];

    /// <summary>Its name.</summary>
    public string Stack => Settings.Stack;

    /// <summary>A stack whose aliases are not resolved yet.</summary>
    public static StackUnderTest Of(StackSettings settings, Plan plan, AwsConnection connection) => new()
    {
        Settings = settings,
        Plan = plan,
        Expected = new(plan),
        Aws = new(connection),
    };

    public void Dispose() => Aws.Dispose();
}
