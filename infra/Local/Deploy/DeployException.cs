namespace Infra.Local.Deploy;

/// <summary>The service refused an operation, or a deployment must not go on.</summary>
public sealed class DeployException : Exception
{
    /// <summary>For frameworks that ask for it.</summary>
    public DeployException()
        : this("", "")
    {
    }

    /// <summary>Without a code.</summary>
    public DeployException(string message)
        : this("", message)
    {
    }

    /// <summary>Because of something else.</summary>
    public DeployException(string message, Exception inner)
        : base(message, inner) => Code = "";

    /// <summary>With the service's own code.</summary>
    public DeployException(string code, string message)
        : base(message) => Code = code;

    /// <summary>As the service calls it: <c>AlreadyExists</c>, <c>ResourceConflict</c>; empty for none.</summary>
    public string Code { get; }
}
