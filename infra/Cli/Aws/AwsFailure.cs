namespace Infra.Cli.Aws;

/// <summary>Why a call to AWS has no answer. It says nothing about the prompt or flow that was called.</summary>
internal abstract record AwsFailure
{
    private AwsFailure()
    {
    }

    /// <summary>One line for people: what happened, in AWS's words where it said something.</summary>
    public required string Message { get; init; }

    /// <summary>AWS's name for the failure, such as <c>ThrottlingException</c>; null when AWS did not answer.</summary>
    public string? Code { get; init; }

    /// <summary>What AWS support asks for; null when AWS did not answer.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long AWS asks to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may succeed a little later.</summary>
    public bool IsTransient => this is Throttled or ServerFault or TimedOut or Unreachable;

    /// <summary>Whether no other call can succeed either.</summary>
    public bool IsOfAll => this is NoCredentials or Misconfigured or Unreachable;

    /// <summary>Too many calls at once, or too many tokens.</summary>
    internal sealed record Throttled : AwsFailure;

    /// <summary>AWS answered with a fault of its own: 5xx.</summary>
    internal sealed record ServerFault : AwsFailure;

    /// <summary>No answer in time, here or behind AWS.</summary>
    internal sealed record TimedOut : AwsFailure;

    /// <summary>No connection, or one that broke before the answer was complete.</summary>
    internal sealed record Unreachable : AwsFailure;

    /// <summary>AWS answered what the SDK, or we, cannot read; the same call would be answered alike.</summary>
    internal sealed record Unreadable : AwsFailure;

    /// <summary>The configuration of AWS on this machine cannot be used: address, region, profile.</summary>
    internal sealed record Misconfigured : AwsFailure;

    /// <summary>No usable credentials: none found, expired, or unknown to AWS.</summary>
    internal sealed record NoCredentials : AwsFailure;

    /// <summary>The credentials are good, their permissions are not.</summary>
    internal sealed record Denied : AwsFailure;

    /// <summary>What was called does not exist, or not in this region and account.</summary>
    internal sealed record NotFound : AwsFailure;

    /// <summary>AWS does not accept the call, or it could not even be made; the message says why.</summary>
    internal sealed record Refused : AwsFailure;

    /// <summary>A bug, the SDK's or ours: the message says what it was and where to report it.</summary>
    internal sealed record Unforeseen : AwsFailure;
}
