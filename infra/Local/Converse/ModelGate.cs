using Infra.Local.Protocol.Wire;
using Infra.Models;

namespace Infra.Local.Converse;

/// <summary>Refuses calls that a model would refuse, in AWS's words; what is unknown is let through.</summary>
/// <param name="Today">The day, by which models have been shut down or not.</param>
/// <param name="Known">The known facts about models.</param>
/// <param name="TakesAny">Whether such calls are answered nevertheless, with a header that names what was
/// ignored.</param>
internal sealed record ModelGate(Func<DateOnly> Today, Func<ModelCatalog> Known, bool TakesAny)
{
    /// <summary>The header that says what AWS would have refused.</summary>
    public const string Header = "x-local-bedrock-ignored";

    /// <summary>The gate of a server.</summary>
    public static ModelGate Of(LocalOptions options) => new(
        () => options.Day ?? DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime),
        options.Models,
        options.TakesAnyModel);

    /// <summary>The answer to a call, or the refusal.</summary>
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

    /// <summary>The refusal of a call by a flow's node; null where it is let through.</summary>
    public Fault? Denied(ModelUse use, string region) => TakesAny ? null : Refused(use, region);

    private Fault? Refused(ModelUse use, string region) =>
        Refusals.Of(use, Known(), region, Today()).FirstOrDefault() is { } refusal
        && RefusalAnswers.Of(refusal) is var error
            ? new(error.Code, error.Message)
            : null;
}
