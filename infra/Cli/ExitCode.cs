namespace Infra.Cli;

/// <summary>How the process ends; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>The input is wrong (see the diagnostics), or an expectation failed.</summary>
    public const int Problems = 1;

    /// <summary>It could not be finished: usage, files, network, cloud.</summary>
    public const int Failure = 2;

    /// <summary>Only with <c>--detailed-exit-code</c>: there are changes.</summary>
    public const int Changes = 3;

    /// <summary>Ctrl-C.</summary>
    public const int Cancelled = 130;
}
