namespace Infra.Local;

/// <summary>How a local Bedrock behaves.</summary>
public sealed record LocalOptions
{
    /// <summary>The port on the loopback interface.</summary>
    /// <value>Default 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>What stands in for models.</summary>
    /// <value>Default: nothing, so that every answer echoes its prompt.</value>
    public Answers Answers { get; init; } = _ => null;

    /// <summary>What the server takes for the time.</summary>
    /// <value>Default: the machine's clock.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
