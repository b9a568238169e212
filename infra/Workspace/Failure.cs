namespace Infra.Workspace;

/// <summary>Something outside this program went wrong: caught once, in <c>Program</c>, and printed as one line; exit
/// code 2.</summary>
public sealed class Failure : Exception
{
    /// <summary>Without a message, as frameworks require.</summary>
    public Failure()
    {
    }

    /// <summary>With a message on one line: what is wrong and what to do.</summary>
    public Failure(string message)
        : base(message)
    {
    }

    /// <summary>With a message and the cause.</summary>
    public Failure(string message, Exception inner)
        : base(message, inner)
    {
    }
}
