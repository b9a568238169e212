using System.Collections.Immutable;
using Infra.Cli.Aws;
using Infra.Planning;
using Infra.Settings;
using Infra.Smoke.Cases;
using Infra.Smoke.Reports;
using Infra.Smoke.Serving;

namespace Infra.Cli.Running;

/// <summary>A stack that cases are run against.</summary>
internal sealed record StackUnderTest : IDisposable
{
    /// <summary>The stack.</summary>
    public required StackSettings Settings { get; init; }

    /// <summary>What it declares.</summary>
    public required Plan Plan { get; init; }

    /// <summary>What should be deployed.</summary>
    public required ExpectedContent Expected { get; init; }

    /// <summary>Where it is.</summary>
    public required AwsClients Aws { get; init; }

    /// <summary>Where its aliases lead; none before they are resolved.</summary>
    public ImmutableArray<SmokeTarget> Targets { get; init; } = [];

    /// <summary>What was tried again so far.</summary>
    public ImmutableArray<Retry> Retries { get; init; } = [];

    /// <summary>Its name.</summary>
    public string Stack => Settings.Stack;

    /// <summary>A stack, its aliases not yet resolved.</summary>
    public static StackUnderTest Of(StackSettings settings, Plan plan, AwsConnection connection) => new()
    {
        Settings = settings,
        Plan = plan,
        Expected = new(plan),
        Aws = new(connection),
    };

    public void Dispose() => Aws.Dispose();
}
