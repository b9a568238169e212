using System.Globalization;

namespace Infra.Benchmarks.Catalogs;

/// <summary>Words of a shop's prompts, so that texts compress, compare and read as real ones do.</summary>
/// <param name="random">Decides; seeded by who asks.</param>
internal sealed class Words(Random random)
{
    private static readonly string[] Areas =
    [
        "order", "returns", "billing", "delivery", "warranty", "subscription", "loyalty", "checkout", "catalogue",
        "support", "marketing", "recruiting", "travel", "insurance", "claims", "onboarding", "inventory", "supplier",
        "review", "survey",
    ];

    private static readonly string[] Tasks =
    [
        "confirmation", "summary", "reply", "apology", "reminder", "classification", "translation", "description",
        "digest", "explanation", "follow-up", "estimate", "checklist", "announcement", "handover", "comparison",
        "headline", "briefing",
    ];

    private static readonly string[] Subjects =
    [
        "the customer's message", "the order as it was placed", "the returns policy", "the latest delivery note",
        "the product's data sheet", "the conversation so far", "the colleague's notes", "the invoice in question",
        "the terms of the contract", "the schedule of the warehouse", "the reviews of the last month",
    ];

    private static readonly string[] Verbs =
    [
        "Read", "Summarise", "Check", "Compare", "Quote", "Explain", "Restate", "Weigh", "Consider", "Translate",
        "Correct",
    ];

    private static readonly string[] Endings =
    [
        "before you answer", "in at most three sentences", "without inventing facts", "in the customer's own language",
        "and name the date when it is known", "as a friendly colleague would", "and leave out what nobody asked for",
        "even when it is short", "and say so when something is missing", "in plain words that a child understands",
    ];

    /// <summary>A name such as <c>returns-apology-0042</c>.</summary>
    public string Name(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Any(Areas)}-{Any(Tasks)}-{number:D5}");

    /// <summary>A team.</summary>
    public string Team() => $"{Any(Areas)}-team";

    /// <summary>A whole sentence.</summary>
    public string Sentence() => $"{Any(Verbs)} {Any(Subjects)} {Any(Endings)}.";

    /// <summary>Sentences, each in a line of its own.</summary>
    public string Lines(int count, int indentation) => string.Concat(
        Enumerable.Range(0, count).Select(_ => $"{new string(' ', indentation)}{Sentence()}\n"));

    /// <summary>One of several.</summary>
    public T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A whole number from the first to the last.</summary>
    public int Between(int first, int last) => random.Next(first, last + 1);
}
