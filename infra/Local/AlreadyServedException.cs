namespace Infra.Local;

/// <summary>Another server has opened the file for its world.</summary>
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
