namespace Infra.Local;

/// <summary>Another server has the file that one was to keep its world in.</summary>
public sealed class AlreadyServedException : IOException
{
    /// <inheritdoc/>
    public AlreadyServedException()
    {
    }

    /// <inheritdoc/>
    public AlreadyServedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AlreadyServedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
