namespace Infra.Workspace;

/// <summary>The outside world did not do its part: caught once, in <c>Program</c>, one line, exit 2.</summary>
public sealed class Failure : Exception
{
    /// <summary>Without a word: for frameworks.</summary>
    public Failure()
    {
    }

    /// <summary>What is wrong and what to do, in one line.</summary>
    public Failure(string message)
        : base(message)
    {
    }

    /// <summary>The same, with what caused it.</summary>
    public Failure(string message, Exception inner)
        : base(message, inner)
    {
    }
}
