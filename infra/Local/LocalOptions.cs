using Infra.Models;

namespace Infra.Local;

/// <summary>The options of a local Bedrock.</summary>
public sealed record LocalOptions
{
    /// <summary>The port on the loopback interface.</summary>
    /// <value>Default 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>The file for everything that exists; only one server can open it at a time.</summary>
    /// <value>Default null: everything is lost when the server stops.</value>
    public string? File { get; init; }

    /// <summary>The stand-ins for models.</summary>
    /// <value>Default: none, so every answer echoes its prompt.</value>
    public Answers Answers { get; init; } = _ => null;

    /// <summary>The stand-ins for services that flows' nodes call.</summary>
    /// <value>Default: none, so such a node stops its flow with an error that says so.</value>
    public Stubs Stubs { get; init; } = _ => null;

    /// <summary>Whether AWS's rate limits apply.</summary>
    /// <value>Default false.</value>
    public bool Throttle { get; init; }

    /// <summary>The faults to inject.</summary>
    /// <value>Default: none.</value>
    public FaultOptions Faults { get; init; } = new();

    /// <summary>Called for every request that was answered, on the thread that answered it.</summary>
    /// <value>Default: null.</value>
    public Action<RequestLine>? Log { get; init; }

    /// <summary>The day on which models are checked.</summary>
    /// <value>Default null: the day of <see cref="Clock"/>.</value>
    public DateOnly? Day { get; init; }

    /// <summary>The known facts about models; called for every request.</summary>
    /// <value>Default: those of this release.</value>
    public Func<ModelCatalog> Models { get; init; } = () => ModelCatalog.Known;

    /// <summary>Whether calls are answered although AWS would refuse them because of their model.</summary>
    /// <value>Default false.</value>
    public bool TakesAnyModel { get; init; }

    /// <summary>The server's clock.</summary>
    /// <value>Default: the machine's clock.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>A request and its answer.</summary>
/// <param name="Operation">The operation, as in <c>ssm GetParameter</c>; method and path for one that is not
/// supported.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Error">The type of the error, or null.</param>
/// <param name="Took">The duration; for a stream, to its end.</param>
public sealed record RequestLine(string Operation, int Status, string? Error, TimeSpan Took);

/// <summary>Faults to inject: 429, 500 and 503 answers and delays, each equally often.</summary>
public sealed record FaultOptions
{
    /// <summary>The share of requests that are affected.</summary>
    /// <value>0 to 1; default 0.</value>
    public double Rate { get; init; }

    /// <summary>The seed, by which the same requests are affected in every run.</summary>
    /// <value>Default 0.</value>
    public int Seed { get; init; }

    /// <summary>The length of a delay.</summary>
    /// <value>Default 200 ms.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);
}
