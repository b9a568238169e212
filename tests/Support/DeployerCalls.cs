using System.Text.Json;

namespace Infra.Tests.Support;

/// <summary>When the deployer's process dies.</summary>
/// <param name="Call">At which of its mutating calls; counts from 0.</param>
/// <param name="IsServed">Whether the server still gets that call, and only the answer is lost.</param>
internal sealed record Kill(int Call, bool IsServed);

/// <summary>Writes down the mutating calls of a deployer; none gets through once its process is dead.</summary>
internal sealed class DeployerCalls : DelegatingHandler
{
    private static readonly string[] Mutating = ["CreateResource", "UpdateResource", "DeleteResource"];

    private readonly List<string> _made = [];
    private Kill? _kill;
    private int _begun;

    public DeployerCalls()
        : base(new HttpClientHandler())
    {
    }

    public IReadOnlyList<string> Made => [.. _made];

    /// <summary>Begins to count anew.</summary>
    public void Start(Kill? kill)
    {
        _made.Clear();
        (_kill, _begun) = (kill, 0);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
        if (!Mutating.Contains(operation))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        var number = Interlocked.Increment(ref _begun) - 1;
        if (number > _kill?.Call || (number == _kill?.Call && !_kill.IsServed))
        {
            throw new OperationCanceledException("The process is dead.");
        }

        var answer = await base.SendAsync(request, cancellationToken);
        lock (_made)
        {
            _made.Add($"{operation} {body.RootElement.GetProperty("TypeName").GetString()}");
        }

        return number == _kill?.Call ? throw new OperationCanceledException("The process died.") : answer;
    }
}
