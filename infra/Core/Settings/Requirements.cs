using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>What a stack requires of everything that it serves; what is not stated is not required.</summary>
public sealed record Requirements
{
    /// <summary>The most months of remaining life that can be required of a model.</summary>
    public const int MostMonths = 120;

    /// <summary>Whether each name must have an owner.</summary>
    public bool Owner { get; init; }

    /// <summary>The fewest test cases of each name.</summary>
    public int? Tests { get; init; }

    /// <summary>The highest <c>maxTokens</c>; it must then be stated.</summary>
    /// <value>Tokens.</value>
    public int? MaxTokens { get; init; }

    /// <summary>The models that may be called, as ids with <c>*</c> and <c>?</c>; empty for any.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>Whether a flow's nodes that call a model must have a guardrail.</summary>
    public bool Guardrail { get; init; }

    /// <summary>The stack in which a release must have been live before it goes live here.</summary>
    public Located<string>? TriedIn { get; init; }

    /// <summary>How long each model must still be available.</summary>
    /// <value>Months, up to <see cref="MostMonths"/>.</value>
    public int? MonthsOfModel { get; init; }

    /// <summary>The exempted names, each with the reason.</summary>
    public ImmutableArray<NamedText> Exempt { get; init; } = [];

    /// <summary>What can be required.</summary>
    internal static readonly Kind Kind = new Kind.Keys(new(
        "'require'",
        "What the stack requires of everything that it serves.",
        new("owner", new Kind.Flag(), "`true`: each name must state its owner."),
        new("tests", new Kind.Number(1, Whole: true), "The fewest tests that each name must have."),
        new("maxTokens", new Kind.Number(1, Whole: true), "`maxTokens` must be stated, and at most this."),
        new("models", new Kind.ListOf(new Kind.Text()), "Only these models, as in `us.anthropic.*`."),
        new("guardrail", new Kind.Flag(), "`true`: nodes of flows that call a model must have a guardrail."),
        new("triedIn", new Kind.Text(), "The stack in which a release must have been live before it goes live here."),
        new("monthsOfModel", new Kind.Number(1, MostMonths, Whole: true),
            "The fewest months that each model must have until its end.")));

    /// <summary>The requirements in a stack's file.</summary>
    internal static Requirements Read(YamlNode node) => new()
    {
        Owner = node.Get("owner")?.Flag() ?? false,
        Tests = node.Get("tests")?.Whole()?.Value,
        MaxTokens = node.Get("maxTokens")?.Whole()?.Value,
        Models = [.. (node.Get("models")?.Items() ?? []).Select(item => item.Text()?.Value).OfType<string>()],
        Guardrail = node.Get("guardrail")?.Flag() ?? false,
        TriedIn = node.Text("triedIn"),
        MonthsOfModel = node.Get("monthsOfModel")?.Whole()?.Value,
    };

    /// <summary>Numbers must be within their ranges (PRM101).</summary>
    internal static IEnumerable<Diagnostic> Check(YamlNode node) =>
        from field in ((Kind.Keys)Kind).Shape.Fields
        let kind = field.Kind as Kind.Number
        where kind is not null
        let number = node.Get(field.Key)?.Number()
        where number is not null && (number.Value < kind.Least || number.Value > (kind.Most ?? int.MaxValue))
        select Problems.SettingOutOfRange(
            number.At, field.Key, $"{number.Value}", $"{kind.Least}", $"{kind.Most ?? int.MaxValue}");

    /// <summary>An exemption must have a reason (PRM538).</summary>
    internal static IEnumerable<Diagnostic> Reasons(YamlNode node) =>
        from exempt in node.Texts()
        where string.IsNullOrWhiteSpace(exempt.Text.Value)
        select Problems.NoReasonForExemption(exempt.Text.At, exempt.Name.Value);
}
