using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Local.Converse;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Invocations;

/// <summary>The model calls that a server has answered, in the form of Bedrock's model invocation logging; lost when
/// the server stops.</summary>
internal sealed class InvocationLog
{
    /// <summary>The most calls that are kept; beyond it the oldest are dropped.</summary>
    private const int Most = 100_000;

    private readonly ConcurrentQueue<Invocation> _calls = new();

    /// <summary>The calls, oldest first.</summary>
    public ImmutableArray<Invocation> All => [.. _calls];

    /// <summary>Replies to a call and records it.</summary>
    /// <param name="call">The request.</param>
    /// <param name="asked">The call for the model.</param>
    /// <param name="answers">The stand-ins for models.</param>
    /// <param name="reply">Makes the reply, with an answer if the call gets that far.</param>
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
