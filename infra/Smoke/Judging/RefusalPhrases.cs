using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Smoke.Judging;

/// <summary>Phrases with which models decline, as parts of regular expressions.</summary>
/// <remarks>
/// Common phrases of chat models. Only the first person singular counts: "we cannot refund this" is a shop's answer. "I
/// can't find order 12", "I can't wait" and "I can't help but smile" are not refusals. A newly found false alarm or
/// miss should first become a test.
/// </remarks>
internal static class RefusalPhrases
{
    private const int MostOpenings = 4;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Polite phrases, sympathy and connectives that may precede the phrase.</summary>
    private static readonly ImmutableArray<string> Openings =
    [
        "(?:i'm|i am) (?:(?:really|very|so|truly|terribly|deeply) )?(?:sorry|afraid)"
            + "(?: to (?:say|inform you))?(?: that)?",
        "(?:my )?(?:sincere )?apologies",
        @"i (?:sincerely )?(?:apologi[sz]e|regret)(?: to (?:say|inform you))?(?: for (?:the|any) \w+)?(?: that)?",
        @"i (?:(?:completely|fully|totally) )?(?:understand|appreciate|see|know|reali[sz]e)[\w' -]{0,60}",
        "as an? (?:ai|artificial intelligence|language|large language|virtual|helpful)"
            + "(?: (?:ai|language|virtual|based|powered))*(?: (?:model|assistant|system|chatbot|program))?"
            + @"(?: (?:made|created|developed|trained) by \w+)?",
        @"thanks?(?: you)?(?: for [\w ]{1,40})?",
        "for (?:safety|ethical|legal|privacy|security) reasons",
        "sorry|unfortunately|regrettably|sadly|however|and|so|yet|still|therefore|at this time|please note",
        "no|hello|hi|hey|oh|well",
    ];

    private static readonly ImmutableArray<string> Cannot =
    [
        "i (?:(?:just|simply|really|also) )?(?:can ?not|can't|won't|will not|must not|shouldn't|should not|refuse to)",
        "(?:i'm|i am) (?:(?:just|simply|really) )?(?:not able|unable|not going|not in a position) to(?: be able to)?",
        "(?:i'm|i am) not (?:allowed|permitted|authori[sz]ed|programmed|designed|equipped) to",
        "i (?:will not|won't|would not|wouldn't) be able to",
        "i (?:don't|do not) have the ability to",
    ];

    private static readonly ImmutableArray<string> Declined =
    [
        @"(?:help|assist|aid)(?: (?:you|with|in|on|anyone|someone|out)\b|[.,;!]|$)",
        @"(?:comply|oblige|participate|engage|partake)\b",
        @"(?:continue|proceed)(?: with)?(?: (?:this|that|your|such)\b|[.,;!]|$)",
        "(?:accommodate|fulfil+|grant|honou?r|support|satisfy|respond to|answer|address|process|complete|follow)"
            + @" (?:this|that|your|such|these|those) (?:\w+ )?"
            + "(?:requests?|questions?|prompts?|quer(?:y|ies)|instructions?)",
        "(?:do|discuss|say|answer|repeat|role-?play|encourage|promote|facilitate|endorse|condone)"
            + @" (?:this|that|it|such)\b",
        "(?:provide|give|share|offer|generate|create|write|produce|tell|describe|explain|reveal|disclose|show|repeat)"
            + @"(?: you)?(?: with)? (?:(?:that|this|such|these|those)\b"
            + @"|(?:any )?(?:\w+ )?(?:instructions|advice|guidance|content|assistance|help)\b"
            + "|(?:any )?(?:information|details) (?:about|on|regarding|related|that)"
            + @"|(?:the |my |our |any )?(?:\w+ )?(?:prompt|instructions|guidelines)\b)",
    ];

    private static readonly ImmutableArray<string> WholePhrases =
    [
        @"i (?:must|have to|need to|will have to|'ll have to) (?:respectfully |politely )?(?:decline|refuse)\b",
        @"i (?:respectfully |politely )?(?:decline|refuse)\b",
        "i (?:don't|do not|wouldn't|would not) feel comfortable",
        @"(?:i'm|i am) not comfortable (?:with|\w+ing)\b",
        "(?:that's|this is|that is|it's) (?:not )?something (?:that )?(?:i|i'm)"
            + " (?:can ?not|can't|can|won't|not able to|am not able to)"
            + " (?:help|assist|do|provide|discuss|answer|support|share)",
        "(?:it|that|this)(?: is| would be|'s) (?:not appropriate|inappropriate|unethical|illegal|not possible)"
            + " for me to",
        @"my (?:\w+ )?(?:guidelines|programming|policies|instructions|training)"
            + " (?:prevent|do not allow|don't allow|prohibit|forbid)",
        @"[\w' ]{1,40} (?:goes|is|would be) against my (?:\w+ )?(?:guidelines|programming|policies|principles|values)",
    ];

    /// <summary>Words of which every phrase contains one, and most sentences none.</summary>
    private static readonly SearchValues<string> Hints = SearchValues.Create(
    [
        "n't", "not", "unable", "refuse", "decline", "inappropriate", "unethical", "illegal", "prohibit", "forbid",
        "prevent", "against my", "something",
    ],
    StringComparison.OrdinalIgnoreCase);

    private static readonly Regex Opening = new($"^{Any(Openings)}[,.!]? +(?:(?:but|and|so) )?", Options);

    private static readonly Regex CannotDo = new(
        $"^{Any(Cannot)} (?:(?:directly|legally|ethically|actually|knowingly|in good conscience) )?{Any(Declined)}",
        Options);

    private static readonly Regex Whole = new($"^{Any(WholePhrases)}", Options);

    /// <summary>Whether a sentence starts, possibly after a few openings, with a phrase that declines.</summary>
    public static bool Start(string sentence) => sentence.AsSpan().ContainsAny(Hints) && StartsSo(sentence);

    private static bool StartsSo(string sentence)
    {
        var rest = sentence;
        for (var openings = 0; openings <= MostOpenings; openings++)
        {
            if (CannotDo.IsMatch(rest) || Whole.IsMatch(rest))
            {
                return true;
            }

            rest = rest[Opening.Match(rest).Length..];
        }

        return false;
    }

    private static string Any(ImmutableArray<string> alternatives) => $"(?:{string.Join('|', alternatives)})";
}
