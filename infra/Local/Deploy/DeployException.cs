namespace Infra.Local.Deploy;

/// <summary>The service refused an operation, or a deployment must not continue.</summary>
public sealed class DeployException : Exception
{
    /// <summary>Without a message, as frameworks require.</summary>
    public DeployException()
        : this("", "")
    {
    }

    /// <summary>With a message and no code.</summary>
    public DeployException(string message)
        : this("", message)
    {
    }

    /// <summary>With a cause.</summary>
    public DeployException(string message, Exception inner)
        : base(message, inner) => Code = "";

    /// <summary>With the service's code.</summary>
    public DeployException(string code, string message)
        : base(message) => Code = code;

    /// <summary>The service's code, as in <c>AlreadyExists</c> or <c>ResourceConflict</c>; empty for none.</summary>
    public string Code { get; }
}
