using Infra.Models;

namespace Infra.Local;

/// <summary>How a local Bedrock behaves.</summary>
public sealed record LocalOptions
{
    /// <summary>The port on the loopback interface.</summary>
    /// <value>Default 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>The file that keeps what exists; one server at a time can have it.</summary>
    /// <value>Default null: everything is forgotten when the server stops.</value>
    public string? File { get; init; }

    /// <summary>What stands in for models.</summary>
    /// <value>Default: nothing, so that every answer echoes its prompt.</value>
    public Answers Answers { get; init; } = _ => null;

    /// <summary>What stands in for the services that nodes of flows call.</summary>
    /// <value>Default: nothing, so that such a node stops its flow with an error that says so.</value>
    public Stubs Stubs { get; init; } = _ => null;

    /// <summary>Whether AWS's limits of requests a second apply.</summary>
    /// <value>Default false.</value>
    public bool Throttle { get; init; }

    /// <summary>Faults to inject.</summary>
    /// <value>Default: none.</value>
    public FaultOptions Faults { get; init; } = new();

    /// <summary>Who is told of every request that was answered, on the thread that answered it.</summary>
    /// <value>Default: nobody.</value>
    public Action<RequestLine>? Log { get; init; }

    /// <summary>The day that models are looked at.</summary>
    /// <value>Default null: the day of <see cref="Clock"/>.</value>
    public DateOnly? Day { get; init; }

    /// <summary>What is known of models; asked at every call.</summary>
    /// <value>Default: what comes with this release.</value>
    public Func<ModelCatalog> Models { get; init; } = () => ModelCatalog.Known;

    /// <summary>Whether calls are answered that AWS would refuse for what is known of their model.</summary>
    /// <value>Default false.</value>
    public bool TakesAnyModel { get; init; }

    /// <summary>What the server takes for the time.</summary>
    /// <value>Default: the machine's clock.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>One request and how it was answered.</summary>
/// <param name="Operation">As in <c>ssm GetParameter</c>; method and path where none that is served.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Error">The type of the error, or null.</param>
/// <param name="Took">How long it took, a stream to its end.</param>
public sealed record RequestLine(string Operation, int Status, string? Error, TimeSpan Took);

/// <summary>Faults that a server injects: 429, 500 and 503 answers and late ones, each kind as often.</summary>
public sealed record FaultOptions
{
    /// <summary>The share of requests that are hit.</summary>
    /// <value>0 to 1; default 0.</value>
    public double Rate { get; init; }

    /// <summary>What decides which requests are hit: equal seeds hit equal ones.</summary>
    /// <value>Default 0.</value>
    public int Seed { get; init; }

    /// <summary>How late a late answer is.</summary>
    /// <value>Default 200 ms.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);
}
