using System.Globalization;
using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;
using Infra.Models;
using Infra.Values;

namespace Infra.Planning;

/// <summary>The cost of a prompt's calls: a range, or unknown where a part of it is.</summary>
/// <param name="Model">The id or ARN; null when an agent answers.</param>
/// <param name="Input">The tokens of the prompt with its variables' examples filled in.</param>
/// <param name="MostOutput">The longest answer that it allows, in tokens; null for any length.</param>
/// <param name="Price">The model's price; null when unknown.</param>
public sealed record CallCost(string? Model, TokenRange Input, int? MostOutput, Price? Price)
{
    /// <summary>The number of calls that costs are given for.</summary>
    public const int Calls = 1000;

    /// <summary>The most tokens that the model can write; a call without a limit reserves as many of the
    /// quota.</summary>
    public int? Reserved { get; init; }

    /// <summary>The lowest cost of this many calls, in US dollars: the fewest tokens, no answer.</summary>
    public decimal? Least => Calls * Price?.Of(new(Input.Least, 0));

    /// <summary>The highest cost; null when the price is unknown or the answer has no limit.</summary>
    public decimal? Most => MostOutput is { } output ? Calls * Price?.Of(new(Input.Most, output)) : null;

    /// <summary>The cost of a prompt's calls by the known prices.</summary>
    public static CallCost Of(Prompt prompt, ModelCatalog catalog) => new(
        prompt.Model?.Value,
        Tokens(prompt),
        prompt.Inference?.MaxTokens?.Value,
        prompt.Model is { } model ? catalog.Price(model.Value) : null)
    {
        Reserved = prompt.Model is { } named ? catalog.Of(named.Value)?.Output : null,
    };

    /// <inheritdoc/>
    public override string ToString() =>
        Least is not { } least ? $"unknown (no price of {Model ?? "an agent"} is known)"
        : Most is { } most ? $"{Spell(least)} to {Spell(most)}"
        : $"{Spell(least)} to unbounded (no maxTokens{Quota})";

    /// <summary>An amount in dollars, with enough digits to distinguish small amounts.</summary>
    public static string Spell(decimal dollars) => dollars switch
    {
        0 => "$0",
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"${dollars:N0}"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"${dollars:N2}"),
        _ => $"${CanonicalJson.Number(Rounded(dollars))}",
    };

    private string Quota => Reserved is { } tokens
        ? string.Create(CultureInfo.InvariantCulture, $": each call reserves {tokens:N0} tokens of the quota")
        : "";

    /// <summary>An amount rounded to three significant digits.</summary>
    private static decimal Rounded(decimal dollars)
    {
        var digits = 2;
        for (var rest = dollars; rest is > 0 and < 1 && digits < 12; rest *= 10)
        {
            digits++;
        }

        return decimal.Round(dollars, digits);
    }

    private static TokenRange Tokens(Prompt prompt)
    {
        var examples = prompt.Variables.ToDictionary(
            variable => variable.Name.Value, variable => variable.Example?.Value ?? "", StringComparer.Ordinal);
        var tools = prompt.Body is PromptBody.Chat { Tools: { } list }
            ? list.Specifications.Select(tool => string.Concat(
                tool.Name.Value, tool.Description?.Value, CanonicalJson.Compact(tool.InputSchema.Value)))
            : [];
        return prompt.Body.Templates.Select(template => Filled(template, examples)).Concat(tools)
            .Aggregate(default(TokenRange), (sum, text) => sum + TokenRange.Of(text));
    }

    private static string Filled(Template template, Dictionary<string, string> examples) =>
        template.Uses.Select(use => use.Name).Distinct().Aggregate(template.Text, (text, name) =>
            text.Replace($"{{{{{name}}}}}", examples.GetValueOrDefault(name, ""), StringComparison.Ordinal));
}
