using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Validation;

namespace Infra.Planning;

/// <summary>Reports what a model refuses, at the place in the file that asks for it.</summary>
/// <param name="served">The model, and what is used of it.</param>
/// <param name="catalog">The known facts about models.</param>
internal sealed class ModelFindings(NamedModel served, ModelCatalog catalog)
{
    private readonly string _model = served.Model.Value;

    private Location At => served.Model.At;

    /// <summary>The problem for a refusal; null where another rule reports it.</summary>
    public Diagnostic? Of(Refusal refusal) => refusal switch
    {
        Refusal.Ended => null,
        Refusal.ProfileNeeded needed => ProfileNeeded(needed),
        Refusal.NotOffered missing => ModelName.IsProfile(missing.Id) ? null
            : Problems.ModelNotOffered(At, missing.Id, missing.Region, string.Join(", ", missing.Regions)),
        Refusal.OtherRegion other => Problems.ModelOfOtherRegion(At, other.Named, other.Region),
        Refusal.Elsewhere elsewhere => Problems.ModelIsElsewhere(At, elsewhere.Id),
        Refusal.NotTaken { Which: Parameterized.TopK } when served.Inference?.TopK is not null => null,
        Refusal.NotTaken no => Problems.ParameterNotTaken(Of(no.Which), no.Path, _model, Advice(no.Which)),
        Refusal.OutOfRange range => Problems.ParameterOutOfRange(
            Of(range.Which), range.Path, range.Value, _model, Spell(range.Range)),
        Refusal.BothSamplers => Problems.BothSamplers(Of(Parameterized.TopP), _model),
        Refusal.Prefill => Problems.PrefillNotTaken(Chat?.Messages[^1].At ?? At, _model),
        Refusal.System => Problems.SystemNotTaken(System ?? At, _model),
        Refusal.Tools { InStreams: true } => Problems.ToolsNotStreamed(Chat?.Tools?.At ?? At, _model),
        Refusal.Tools => Problems.ToolsNotTaken(Chat?.Tools?.At ?? At, $"'{_model}'"),
        Refusal.Image => null,
        Refusal.CachePoint => Problems.CachePointNotTaken(FirstCachePoint ?? At, _model),
        Refusal.TooLong { Asked: > Limits.MaxTokens } => null,
        Refusal.TooLong tooLong => Problems.AnswerTooLong(
            served.Inference?.MaxTokens?.At ?? At, tooLong.Asked, _model, tooLong.Most),
        _ => throw new UnreachableException(),
    };

    /// <summary>Cache points with too little text before them for the model.</summary>
    public IEnumerable<Diagnostic> OfCachePoints(Model model) =>
        from point in served.Prompt is { } prompt ? CachePoints.In(prompt.Body) : []
        let least = model.Features.LeastCached ?? 0
        where point.MostBefore < least
        select Problems.CachePointTooEarly(point.At ?? served.Prompt!.At, _model, least, point.MostBefore ?? 0);

    /// <summary>What is refused only in streamed answers.</summary>
    public IEnumerable<Diagnostic> OfStreams(Model model, ImmutableArray<Refusal> refusals) =>
        refusals.IsEmpty
            ? Refusals.Parameters(served.Use with { Streams = true }, model).Select(Of).OfType<Diagnostic>()
            : [];

    private PromptBody.Chat? Chat => served.Prompt?.Body as PromptBody.Chat;

    private Location? System => Chat?.System is [var block, ..] ? block.At : null;

    private Location? FirstCachePoint => served.Prompt is { } prompt
        ? CachePoints.In(prompt.Body).Select(point => point.At).FirstOrDefault() ?? prompt.At
        : null;

    private Location Of(Parameterized which) => which switch
    {
        Parameterized.Temperature => served.Inference?.Temperature?.At,
        Parameterized.TopP => served.Inference?.TopP?.At,
        Parameterized.TopK => served.Inference?.TopK?.At ?? served.Prompt?.AdditionalModelRequestFields?.At,
        Parameterized.StopSequences => served.Inference?.StopSequences is [var stop, ..] ? stop.At : null,
    } ?? At;

    /// <summary>Regions may be added: where other regions accept the bare id, this one may accept it by now.</summary>
    private Diagnostic ProfileNeeded(Refusal.ProfileNeeded needed)
    {
        var problem = Problems.ProfileNeeded(At, needed.Id, Any(needed.Profiles));
        return catalog.Of(needed.Id)?.OnDemand is { IsEmpty: false }
            ? problem with { Severity = Severity.Warning }
            : problem;
    }

    private string Advice(Parameterized which)
    {
        var parameters = catalog.Of(_model)!.Parameters;
        return which switch
        {
            Parameterized.Temperature when parameters.Temperature?.Except is { } only =>
                $"Remove it: it takes no other than {Plain(only)}, which is its default.",
            Parameterized.TopK when parameters.TopK is { IsTaken: true } => "Write topK in 'inference'.",
            Parameterized.Temperature or Parameterized.TopP or Parameterized.TopK or Parameterized.StopSequences =>
                "Remove it.",
        };
    }

    private static string Any(ImmutableArray<string> profiles) => profiles switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} or {last}",
    };

    private static string Spell(Parameter range)
    {
        var least = range.Least is { } from ? $"{Plain(from)} or more" : range.Above is { } above
            ? $"more than {Plain(above)}" : null;
        var most = range.Most is { } end ? $"at most {Plain(end)}" : null;
        return string.Join(" and ", new[] { least, most }.OfType<string>());
    }

    private static string Plain(decimal number) =>
        number.ToString("#,0.############################", CultureInfo.InvariantCulture);
}
