namespace Infra.Cli;

/// <summary>The exit codes, on which scripts rely.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>There are errors in the input (see the diagnostics), or an expectation was not met.</summary>
    public const int Problems = 1;

    /// <summary>The command could not be finished: usage, files, network, cloud.</summary>
    public const int Failure = 2;

    /// <summary>Only with <c>--detailed-exit-code</c>: there are changes.</summary>
    public const int Changes = 3;

    /// <summary>Ctrl-C.</summary>
    public const int Cancelled = 130;
}
