using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>What CloudFormation puts in the place of <c>${name}</c> in the definition of a flow.</summary>
internal sealed class ImportedSubstitutions
{
    private readonly ImmutableArray<(string Place, string Text)> _texts;

    private ImportedSubstitutions(ImmutableArray<(string Place, string Text)> texts) => _texts = texts;

    /// <summary>The substitutions of a flow; one that only CloudFormation can evaluate is reported.</summary>
    public static ImportedSubstitutions Read(ImportedPart flow)
    {
        const string key = "definitionSubstitutions";
        var texts = ImmutableArray.CreateBuilder<(string Place, string Text)>();
        var stated = flow.Part(key) is null ? Shorthand.Map() : (Value.Map)flow.Take(key)!;
        foreach (var (name, value) in stated.Entries)
        {
            if (value is Value.Text or Value.Number or Value.Flag)
            {
                texts.Add(($"${{{name}}}", ValueText.Of(value)));
            }
            else
            {
                var place = $"{flow.PlaceOf(key)}.{name}";
                flow.Report.Add(Problems.ImportedKind(flow.Places.Of(place), place, "a text, a number or a flag"));
            }
        }

        return new(texts.DrainToImmutable());
    }

    /// <summary>A text with each in its place.</summary>
    public string In(string text) =>
        _texts.Aggregate(text, (done, substitution) =>
            done.Replace(substitution.Place, substitution.Text, StringComparison.Ordinal));

    /// <summary>A definition with each in its place.</summary>
    public ImportedPart In(ImportedPart definition) => _texts.IsEmpty ? definition : definition.MapTexts(In);
}
