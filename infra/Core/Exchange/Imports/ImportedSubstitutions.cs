using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Exchange.Imports.Templates;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>The texts that CloudFormation substitutes for <c>${name}</c> in the definition of a flow.</summary>
internal sealed class ImportedSubstitutions
{
    private readonly ImmutableArray<(string Place, Value Value)> _values;

    private ImportedSubstitutions(ImmutableArray<(string Place, Value Value)> values) => _values = values;

    /// <summary>The substitutions of a flow.</summary>
    public static ImportedSubstitutions Read(ImportedPart flow)
    {
        const string key = "definitionSubstitutions";
        var stated = flow.Part(key) is null ? Shorthand.Map() : (Value.Map)flow.Take(key)!;
        foreach (var (name, value) in stated.Entries)
        {
            if (ValueParts.Scalar(value) is null && CloudFormationFunctions.Of(value) is null)
            {
                var place = $"{flow.PlaceOf(key)}.{name}";
                flow.Report.Add(Problems.ImportedKind(flow.Places.Of(place), place, "a text, a number or a flag"));
            }
        }

        return new([.. stated.Entries.Select(entry => ($"${{{entry.Key}}}", entry.Value))]);
    }

    /// <summary>These substitutions and the references to resources in a text itself.</summary>
    public ImportedSubstitutions With(string text) => new(_values.AddRange(
        from piece in TemplateText.Pieces(text)
        where piece.IsName
        let place = $"${{{piece.Text}}}"
        where !_values.Any(value => value.Place == place)
        select (place, (Value)Shorthand.Map(("Fn::Sub", place)))));

    /// <summary>A text with texts, numbers and flags substituted.</summary>
    public string In(string text) =>
        _values.Where(value => ValueParts.Scalar(value.Value) is not null).Aggregate(text, (done, value) =>
            done.Replace(value.Place, ValueText.Of(value.Value), StringComparison.Ordinal));

    /// <summary>A definition with everything substituted, including a function that is a whole text.</summary>
    public ImportedPart In(ImportedPart definition) => _values.IsEmpty ? definition : definition.MapTexts(text =>
    {
        if (_values.FirstOrDefault(value => value.Place == text).Value is { } whole)
        {
            return whole;
        }

        var filled = In(text);
        foreach (var (place, value) in _values.Where(value => filled.Contains(value.Place, StringComparison.Ordinal)))
        {
            definition.Report.Add(Problems.ImportedFunction(
                definition.At,
                $"{definition.Place}: {place}",
                CloudFormationFunctions.Spell(value),
                CloudFormationFunctions.Advice(value)));
        }

        return filled;
    });
}
