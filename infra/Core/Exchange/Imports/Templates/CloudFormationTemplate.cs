using System.Collections.Immutable;
using System.Globalization;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports.Templates;

/// <summary>Evaluates a CloudFormation template as far as possible from its own content: defaults of parameters,
/// mappings, conditions.</summary>
/// <param name="document">The template.</param>
/// <param name="places">The places in its file.</param>
/// <param name="conditions">The values of conditions, by name.</param>
/// <param name="report">Collects the assumptions that were made.</param>
internal sealed class CloudFormationTemplate(
    Value.Map document,
    ImportedPlaces places,
    ImmutableDictionary<string, bool> conditions,
    ICollection<Diagnostic> report)
{
    private readonly TemplateConditions _conditions = new(document, conditions);

    /// <summary>A value in which every function that can be evaluated is replaced by its result.</summary>
    public Value Resolve(Value value, string place) => value switch
    {
        Value.Map map when CloudFormationFunctions.Of(map) is { } function => Evaluated(map, function, place),
        Value.Map map => Shorthand.Map(map.Entries.Select(entry =>
            (entry.Key, (Value?)Resolve(entry.Value, place.Length == 0 ? entry.Key : $"{place}.{entry.Key}")))),
        Value.List list => Shorthand.List(list.Items
            .Select((item, i) => Resolve(item, $"{place}[{i}]"))
            .Where(item => !CloudFormationFunctions.IsNoValue(item))),
        _ => value,
    };

    private Value Evaluated(Value.Map function, (string Name, Value Argument) called, string place) => called switch
    {
        ("Ref", Value.Text { Content: var name }) => Named(name, place) ?? function,
        ("Sub", Value.Text { Content: var text }) => Substituted(text, Shorthand.Map(), place),
        ("Sub", Value.List { Items: [Value.Text { Content: var text }, Value.Map own] }) =>
            Substituted(text, (Value.Map)Resolve(own, place), place),
        ("Join", Value.List { Items: [Value.Text { Content: var between }, Value.List { Items: var items }] }) =>
            Joined(between, [.. items.Select(item => Resolve(item, place))]) ?? function,
        ("FindInMap", Value.List { Items: [var map, var first, var second] }) =>
            TemplateFacts.Mapped(document, Known(map, place), Known(first, place), Known(second, place)) ?? function,
        ("If", Value.List { Items: [Value.Text { Content: var name }, var yes, var no] }) =>
            _conditions.Of(name) is { } holds ? Resolve(holds ? yes : no, place) : function,
        ("Select", Value.List { Items: [var index, var list] }) =>
            Selected(Resolve(index, place), Resolve(list, place)) ?? function,
        ("Split", Value.List { Items: [Value.Text { Content: { Length: > 0 } mark }, var text] }) =>
            Resolve(text, place) is Value.Text whole
                ? Shorthand.List(whole.Content.Split(mark).Select(part => (Value)part))
                : function,
        ("ToJsonString", var argument) => Shorthand.Map(("Fn::ToJsonString", Resolve(argument, place))),
        _ => function,
    };

    /// <summary>The value of a <c>Ref</c>, if it can be evaluated.</summary>
    private Value? Named(string name, string place)
    {
        if (TemplatePseudo.Of(name) is { } pseudo)
        {
            return TemplatePseudo.FitsAt(place) ? pseudo : null;
        }

        if (TemplateFacts.Default(document, name) is not { } value)
        {
            return null;
        }

        report.Add(Problems.ImportTakes(
            places.Of(place),
            place,
            value is Value.List list ? string.Join(',', list.Items.Select(ValueText.Of)) : ValueText.Of(value),
            $"the default of the parameter {name}"));
        return value;
    }

    /// <summary>A text with <c>${...}</c> substituted. Names that only a deployment knows stay, and the text stays a
    /// function.</summary>
    private Value Substituted(string text, Value.Map own, string place)
    {
        var pieces = TemplateText.Pieces(text).Select(piece => Known(piece, own, place)).ToArray();
        var whole = string.Concat(pieces.Select(piece => piece.Text));
        return pieces.All(piece => piece.IsKnown) ? whole : Shorthand.Map(("Fn::Sub", whole));
    }

    private (string Text, bool IsKnown) Known((string Text, bool IsName) piece, Value.Map own, string place) =>
        piece switch
        {
            { IsName: false } => (piece.Text, true),
            _ when ValueParts.Scalar(own[piece.Text]) is { } stated => (stated, true),
            _ when own[piece.Text] is { } other && CloudFormationFunctions.Resource(other) is { } resource =>
                ($"${{{resource}}}", false),
            _ when Named(piece.Text, place) is { } value and not Value.List => (ValueText.Of(value), true),
            _ => ($"${{{piece.Text}}}", false),
        };

    /// <summary>Several texts joined; references to resources among them become <c>${...}</c> of a
    /// <c>Fn::Sub</c>.</summary>
    private static Value? Joined(string between, ImmutableArray<Value> items)
    {
        var pieces = items.Select(item => (
            Text: ValueParts.Scalar(item)
                ?? (CloudFormationFunctions.Resource(item) is { } name ? $"${{{name}}}"
                    : CloudFormationFunctions.Of(item) is ("Sub", Value.Text sub) ? sub.Content
                    : null),
            IsKnown: item is Value.Text or Value.Number or Value.Flag)).ToArray();
        if (pieces.Any(piece => piece.Text is null))
        {
            return null;
        }

        var whole = string.Join(between, pieces.Select(piece => piece.Text));
        return pieces.All(piece => piece.IsKnown) ? whole : Shorthand.Map(("Fn::Sub", whole));
    }

    private string? Known(Value value, string place) => ValueParts.Scalar(Resolve(value, place));

    private static Value? Selected(Value index, Value list) =>
        ValueParts.Scalar(index) is { } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && list is Value.List { Items: var items } && at < items.Length
            ? items[at]
            : null;
}
