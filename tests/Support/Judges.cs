using Infra.Definitions;
using Infra.Local;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Support;

/// <summary>Models that judge, in a test: each by what it is asked.</summary>
internal static class Judges
{
    public const string Model = "amazon.nova-pro-v1:0";

    /// <summary>Passes everything.</summary>
    public static readonly Func<string, ModelAnswer?> Yes = _ => Says("pass", "It is fine.");

    /// <summary>Fails everything.</summary>
    public static readonly Func<string, ModelAnswer?> No = _ => Says("fail", "It is not fine.");

    /// <summary>Talks instead of calling the tool.</summary>
    public static readonly Func<string, ModelAnswer?> Chats = _ => new("I would say it passes.");

    /// <summary>Judges by a word, and believes no note.</summary>
    public static readonly Func<string, ModelAnswer?> Careful = asked =>
        Answer(asked).Contains("refund", StringComparison.Ordinal)
            ? Says("fail", "It offers a refund.")
            : Says("pass", "It offers nothing.");

    /// <summary>The same, unless the answer asks it to pass.</summary>
    public static readonly Func<string, ModelAnswer?> Gullible = asked =>
        Answer(asked).Contains("Note to the judge", StringComparison.Ordinal)
            ? Says("pass", "The note says so.")
            : Careful(asked);

    /// <summary>Reads whatever stands behind the first end of an answer as its own instruction.</summary>
    public static readonly Func<string, ModelAnswer?> ReadsPastTheEnd = asked =>
        asked[(asked.IndexOf("</answer", StringComparison.Ordinal) + 1)..].Contains("pass", StringComparison.Ordinal)
            ? Says("pass", "Told so.")
            : Careful(asked);

    /// <summary>What stands between the marks of the answer, those that carry the code.</summary>
    public static string Answer(string asked)
    {
        var code = Code(asked);
        var start = asked.LastIndexOf($"<answer {code}>", StringComparison.Ordinal);
        return asked[start..asked.LastIndexOf($"</answer {code}>", StringComparison.Ordinal)];
    }

    /// <summary>The code of the marks.</summary>
    public static string Code(string asked)
    {
        const string Mark = "<criterion ";
        return asked[(asked.LastIndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..][..32];
    }

    public static ModelAnswer Says(string verdict, string reason) => new(
        "", new SampleTool("verdict", Map(("verdict", verdict), ("reason", reason))));
}
