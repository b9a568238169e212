using System.Diagnostics;
using System.Text;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>The shapes of files as a JSON Schema, for editors that complete and check while people type.</summary>
/// <remarks>
/// Draft-07, which the YAML language server supports best. A text may also be a number or a flag, because YAML types
/// unquoted values; names, lengths and rules across keys are left to validation.
/// </remarks>
public static class DefinitionSchema
{
    private const string Dialect = "http://json-schema.org/draft-07/schema#";

    /// <summary>The schema of a file in <c>prompts/</c>: a prompt or a flow, distinguished by <c>kind</c>.</summary>
    public static string OfDefinitions() =>
        Render("A prompt or flow of AWS Bedrock", PromptShape.Prompt, FlowShape.Flow);

    private static string Render(string title, params IEnumerable<Shape> shapes)
    {
        var writer = new Writer();
        var choices = shapes.Select(writer.Refer).ToArray();
        return CanonicalJson.Indented(Map(
            ("$schema", Dialect),
            ("title", title),
            ("oneOf", List(choices)),
            ("definitions", Map(writer.Definitions)))) + "\n";
    }

    /// <summary>Collects the shapes in use, each once, since a loop contains nodes again.</summary>
    private sealed class Writer
    {
        private readonly Dictionary<Shape, string> _names = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<string, Value> _definitions = new(StringComparer.Ordinal);

        public IEnumerable<(string Name, Value? Schema)> Definitions =>
            _definitions.Select(pair => (pair.Key, (Value?)pair.Value));

        public Value Refer(Shape shape) => Map(("$ref", $"#/definitions/{NameOf(shape)}"));

        private string NameOf(Shape shape)
        {
            if (_names.TryGetValue(shape, out var known))
            {
                return known;
            }

            var name = Slug(shape.Name);
            for (var i = 2; _names.ContainsValue(name); i++)
            {
                name = $"{Slug(shape.Name)}-{i}";
            }

            _names.Add(shape, name);
            _definitions.Add(name, Describe(shape));
            return name;
        }

        private Value Describe(Shape shape) => Map(
            ("type", "object"),
            ("description", shape.Summary),
            ("properties", Map(shape.Fields.Select(field => (field.Key, (Value?)Describe(field))))),
            ("required", shape.Fields.Any(field => field.Required)
                ? List(shape.Fields.Where(field => field.Required).Select(field => (Value)field.Key))
                : null),
            ("additionalProperties", false));

        /// <summary>Only a description is put beside <c>$ref</c>: editors show it, and validators ignore it.</summary>
        private Value Describe(Field field) => Describe(field.Kind) is Value.Map kind
            ? new Value.Map(kind.Entries.SetItem("description", field.Summary))
            : throw new UnreachableException();

        private Value Describe(Kind kind) => kind switch
        {
            Kind.Text text => Map(
                ("type", List("string", "number", "boolean")),
                ("pattern", text.Pattern is { } pattern ? pattern : null)),
            Kind.Word word => Map(("enum", List(word.Choices.Select(choice => (Value)choice)))),
            Kind.Number number => Map(
                ("type", number.Whole ? "integer" : "number"),
                ("minimum", number.Least is { } least ? least : null),
                ("maximum", number.Most is { } most ? most : null)),
            Kind.Flag => Map(("type", "boolean")),
            Kind.Nothing => Map(("type", "null")),
            Kind.Verbatim or Kind.Anything => Map(),
            Kind.ListOf list => Map(("type", "array"), ("items", Describe(list.Item))),
            Kind.MapOf map => Map(("type", "object"), ("additionalProperties", Describe(map.Item))),
            Kind.Keys keys => Refer(keys.Shape),
            Kind.Tagged tagged => Map(("oneOf", List(tagged.Shapes.Select(Refer)))),
            Kind.Later later => Describe(later.Kind()),
            Kind.Either either => Map(("anyOf", List(either.Kinds.Select(Describe)))),
            _ => throw new UnreachableException(),
        };

        private static string Slug(string name)
        {
            var slug = new StringBuilder();
            foreach (var letter in name)
            {
                slug.Append(char.IsAsciiLetterOrDigit(letter) ? letter : slug.Length > 0 && slug[^1] != '-' ? "-" : "");
            }

            return slug.ToString().Trim('-');
        }
    }
}
