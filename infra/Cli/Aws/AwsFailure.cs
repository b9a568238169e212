namespace Infra.Cli.Aws;

/// <summary>Why a call to AWS got no answer. It says nothing about the prompt or flow that was called.</summary>
internal abstract record AwsFailure
{
    private AwsFailure()
    {
    }

    /// <summary>One line for people: what happened, in AWS's words where there are any.</summary>
    public required string Message { get; init; }

    /// <summary>AWS's name for the failure, such as <c>ThrottlingException</c>; null when AWS did not answer.</summary>
    public string? Code { get; init; }

    /// <summary>The request id, which AWS support asks for; null when AWS did not answer.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long AWS asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may succeed a little later.</summary>
    public bool IsTransient => this is Throttled or ServerFault or TimedOut or Unreachable;

    /// <summary>Whether no other call can succeed either.</summary>
    public bool IsOfAll => this is NoCredentials or Misconfigured or Unreachable;

    /// <summary>Too many calls or too many tokens.</summary>
    internal sealed record Throttled : AwsFailure;

    /// <summary>AWS answered with a fault of its own: 5xx.</summary>
    internal sealed record ServerFault : AwsFailure;

    /// <summary>No answer in time, from AWS or from a service behind it.</summary>
    internal sealed record TimedOut : AwsFailure;

    /// <summary>No connection, or one that broke before the answer was complete.</summary>
    internal sealed record Unreachable : AwsFailure;

    /// <summary>AWS's answer cannot be read by the SDK or by this tool; another attempt would get the same
    /// answer.</summary>
    internal sealed record Unreadable : AwsFailure;

    /// <summary>The AWS configuration of this machine cannot be used: endpoint, region, profile.</summary>
    internal sealed record Misconfigured : AwsFailure;

    /// <summary>No usable credentials: none found, expired, or unknown to AWS.</summary>
    internal sealed record NoCredentials : AwsFailure;

    /// <summary>The credentials are valid, but lack a permission.</summary>
    internal sealed record Denied : AwsFailure;

    /// <summary>What was called does not exist in this region and account.</summary>
    internal sealed record NotFound : AwsFailure;

    /// <summary>AWS does not accept the call, or the call could not be made; the message says why.</summary>
    internal sealed record Refused : AwsFailure;

    /// <summary>A bug in the SDK or in this tool: the message says what happened and where to report it.</summary>
    internal sealed record Unforeseen : AwsFailure;
}
