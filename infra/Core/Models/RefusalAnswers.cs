using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Models;

/// <summary>Words a refusal as the service does.</summary>
public static partial class RefusalAnswers
{
    /// <summary>The service's answer.</summary>
    public static ModelError Of(Refusal refusal) => refusal switch
    {
        Refusal.Ended => ModelErrors.Of("eol"),
        Refusal.ProfileNeeded needed => Fill("profile-needed", message =>
            message.Replace("<id>", needed.Id, StringComparison.Ordinal)),
        Refusal.NotOffered or Refusal.OtherRegion or Refusal.Elsewhere => ModelErrors.Of("invalid-id"),
        Refusal.NotTaken no => Fill(no.Error, message => Named(message, no.Which, no.Path)),
        Refusal.OutOfRange range => new(
            "ValidationException",
            $"The model returned the following errors: Malformed input request: #/{range.Path.Replace('.', '/')}: "
            + $"{Plain(range.Value)} is outside of the range of this model, please reformat your input and try again."),
        Refusal.BothSamplers => ModelErrors.Of("both-samplers"),
        Refusal.Prefill prefill => ModelErrors.Of(prefill.Error),
        Refusal.System => ModelErrors.Of("system-unsupported"),
        Refusal.Tools { InStreams: true } => ModelErrors.Of("tools-streaming"),
        Refusal.Tools => Fill("tools-streaming", message =>
            message.Replace(" in streaming mode", "", StringComparison.Ordinal)),
        Refusal.Image => ModelErrors.Of("image-unsupported"),
        Refusal.CachePoint => ModelErrors.Of("cache-unsupported"),
        Refusal.TooLong tooLong => Fill("max-tokens", message => Number().Replace(message, Plain(tooLong.Most))),
        _ => throw new UnreachableException(),
    };

    /// <summary>The recorded message is about temperature or top_k; the service words it alike for other
    /// parameters.</summary>
    private static string Named(string message, Parameterized which, string path)
    {
        var field = which switch
        {
            Parameterized.Temperature => "temperature",
            Parameterized.TopP => "topP",
            Parameterized.TopK => "top_k",
            Parameterized.StopSequences => "stopSequences",
        };
        return message
            .Replace("`temperature`", which is Parameterized.TopP ? "`top_p`" : $"`{field}`", StringComparison.Ordinal)
            .Replace("temperature", field, StringComparison.Ordinal)
            .Replace("[top_k]", $"[{path.Split('.')[0]}]", StringComparison.Ordinal);
    }

    private static ModelError Fill(string name, Func<string, string> fill)
    {
        var error = ModelErrors.Of(name);
        return error with { Message = fill(error.Message) };
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b10000\b")]
    private static partial Regex Number();
}
