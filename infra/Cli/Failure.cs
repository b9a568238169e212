namespace Infra.Cli;

/// <summary>The outside world did not do its part: caught once, in <c>Program</c>, one line, exit 2.</summary>
internal sealed class Failure : Exception
{
    public Failure()
    {
    }

    public Failure(string message)
        : base(message)
    {
    }

    public Failure(string message, Exception inner)
        : base(message, inner)
    {
    }
}
