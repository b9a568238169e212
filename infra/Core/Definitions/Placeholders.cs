using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>Fills in <c>${name}</c>, which differs by stack, from the stack's <c>values</c>.</summary>
/// <param name="stack">The stack's name.</param>
/// <param name="values">Its values, by name.</param>
public sealed class Placeholders(string stack, IReadOnlyDictionary<string, Located<string>> values)
{
    /// <summary>The value for the first placeholder of a text, with its name; null when the text has none, or when one
    /// of them cannot be filled.</summary>
    public (string Name, Located<string> Value)? FirstIn(string text) =>
        Names(text).ToArray() is [{ } first, ..] names
        && names.All(name => name is not null && values.ContainsKey(name))
            ? (first, values[first])
            : null;

    /// <summary>The texts of a definition that contain placeholders, in their order.</summary>
    public static IEnumerable<Located<string>> TextsIn(Definition definition) =>
        (definition switch
        {
            Prompt prompt => new[] { prompt.Model, prompt.Agent }.OfType<Located<string>>()
                .Concat(prompt.Metadata.Select(entry => entry.Text)),
            Flow flow => FlowReferences.Of(flow),
            _ => throw new UnreachableException(),
        })
        .Concat(definition.Tags.Select(tag => tag.Text))
        .Where(text => Has(text.Value));

    /// <summary>Whether a text has a placeholder.</summary>
    public static bool Has(string text) => text.Contains("${", StringComparison.Ordinal);

    /// <summary>The names of a text's placeholders, in order; null for a malformed one.</summary>
    public static IEnumerable<string?> Names(string text)
    {
        for (var open = text.IndexOf("${", StringComparison.Ordinal); open >= 0;)
        {
            var close = text.IndexOf('}', open);
            var name = close < 0 ? "" : text[(open + 2)..close];
            yield return Definitions.Names.IsBedrockName(name) ? name : null;
            open = text.IndexOf("${", open + 2, StringComparison.Ordinal);
        }
    }

    /// <summary>A prompt with this stack's values filled in; a missing value is PRM110.</summary>
    public Prompt Resolve(Prompt prompt, ICollection<Diagnostic> report) => prompt with
    {
        Model = Resolve(prompt.Model, report),
        Agent = Resolve(prompt.Agent, report),
        Metadata = Resolve(prompt.Metadata, report),
        Tags = Resolve(prompt.Tags, report),
    };

    /// <summary>A flow with this stack's values filled in; a missing value is PRM110.</summary>
    public Flow Resolve(Flow flow, ICollection<Diagnostic> report) =>
        FlowReferences.Map(flow, text => Resolve(text, report)) with { Tags = Resolve(flow.Tags, report) };

    /// <summary>Texts with this stack's values filled in.</summary>
    public ImmutableArray<NamedText> Resolve(ImmutableArray<NamedText> texts, ICollection<Diagnostic> report) =>
        texts.Any(text => Has(text.Text.Value))
            ? [.. texts.Select(text => text with { Text = Resolve(text.Text, report) })]
            : texts;

    /// <summary>A text with this stack's values filled in; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public Located<string>? Resolve(Located<string>? text, ICollection<Diagnostic> report)
    {
        if (text is null || !Has(text.Value))
        {
            return text;
        }

        var result = new StringBuilder(text.Value);
        foreach (var name in Names(text.Value).OfType<string>().Distinct())
        {
            if (values.TryGetValue(name, out var value))
            {
                result.Replace($"${{{name}}}", value.Value);
            }
            else
            {
                report.Add(Problems.ValueMissing(text.At, name, stack));
            }
        }

        return text.With(result.ToString());
    }
}
