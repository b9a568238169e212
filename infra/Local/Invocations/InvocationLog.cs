using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Local.Converse;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Invocations;

/// <summary>The calls of models that a server answered, as Bedrock's model invocation logging keeps them; forgotten
/// when the server stops.</summary>
internal sealed class InvocationLog
{
    /// <summary>How many are kept; then the oldest go.</summary>
    private const int Most = 100_000;

    private readonly ConcurrentQueue<Invocation> _calls = new();

    /// <summary>The calls, oldest first.</summary>
    public ImmutableArray<Invocation> All => [.. _calls];

    /// <summary>Keeps a call and how it was answered.</summary>
    /// <param name="call">The request.</param>
    /// <param name="asked">What the model would be asked.</param>
    /// <param name="answers">What stands in for models.</param>
    /// <param name="reply">Replies to the call, with an answer if it gets that far.</param>
    public Reply Kept(Call call, ModelCall asked, Answers answers, Func<Func<Completion>, Reply> reply)
    {
        Completion? said = null;
        var replied = reply(() => said = Completion.Of(asked, answers));
        Add(new(call, asked.Model, said, (replied as Reply.Refused)?.Fault.Type));
        return replied;
    }

    private void Add(Invocation call)
    {
        _calls.Enqueue(call);
        if (_calls.Count > Most)
        {
            _calls.TryDequeue(out _);
        }
    }
}
