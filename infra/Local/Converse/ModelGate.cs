using Infra.Local.Protocol.Wire;
using Infra.Models;

namespace Infra.Local.Converse;

/// <summary>What models refuse, answered as AWS words it; what nothing is known of is let through.</summary>
/// <param name="Today">The day, which decides what has ended.</param>
/// <param name="Known">What is known of models.</param>
/// <param name="TakesAny">Whether calls are answered all the same, and told what was ignored.</param>
internal sealed record ModelGate(Func<DateOnly> Today, Func<ModelCatalog> Known, bool TakesAny)
{
    /// <summary>Which header of an answer says what AWS would have refused.</summary>
    public const string Header = "x-local-bedrock-ignored";

    /// <summary>The gate of a server.</summary>
    public static ModelGate Of(LocalOptions options) => new(
        () => options.Day ?? DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime),
        options.Models,
        options.TakesAnyModel);

    /// <summary>The answer to a call, or what refuses it.</summary>
    public Reply Through(ModelUse use, string region, Func<Reply> answer)
    {
        if (Refused(use, region) is not { } error)
        {
            return answer();
        }

        if (!TakesAny)
        {
            return error;
        }

        var reply = answer();

        // Headers are ASCII; AWS writes a typographic apostrophe.
        return reply with { Headers = reply.Headers.Add((Header, error.Message.Replace('’', '\''))) };
    }

    /// <summary>What refuses a call of a flow's node; null where it is let through.</summary>
    public Fault? Denied(ModelUse use, string region) => TakesAny ? null : Refused(use, region);

    private Fault? Refused(ModelUse use, string region) =>
        Refusals.Of(use, Known(), region, Today()).FirstOrDefault() is { } refusal
        && RefusalAnswers.Of(refusal) is var error
            ? new(error.Code, error.Message)
            : null;
}
