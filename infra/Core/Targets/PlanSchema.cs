using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>The format of <c>plan --format json</c> as a JSON Schema, for programs that evaluate plans.</summary>
/// <remarks>Draft-07. The meaning of a key does not change as long as <see cref="PlanJson.FormatVersion"/> does not;
/// keys may be added.</remarks>
public static class PlanSchema
{
    private static readonly Value Text = Map(("type", "string"));

    private static readonly Value Known = Reference("value");

    /// <summary>The schema.</summary>
    public static string OfPlans() => CanonicalJson.Indented(Map(
        ("$schema", "http://json-schema.org/draft-07/schema#"),
        ("title", "What a stack declares: prompts plan <stack> --format json"),
        ("type", "object"),
        ("required", List("aliases", "formatVersion", "policies", "resources", "stack")),
        ("additionalProperties", false),
        ("properties", Map(
            ("stack", Said(Text, "The stack, as in Pulumi.<stack>.yaml.")),
            ("formatVersion", Map(
                ("description", "Changes when programs that read this must change."),
                ("type", "integer"),
                ("minimum", PlanJson.FormatVersion),
                ("maximum", PlanJson.FormatVersion))),
            ("resources", Map(
                ("description", "All resources by owner; within an owner, in the order in which they are created."),
                ("type", "array"),
                ("items", Reference("resource")))),
            ("aliases", Each(Reference("alias"), "The aliases that applications look up, by prompt or flow.")),
            ("policies", Each(Known, "The ARNs of the callers' policies, by prompt or flow.")),
            ("measured", Each(
                Map(("type", "array"), ("items", Reference("profile"))),
                "The inference profiles by which AWS meters calls, by prompt; absent unless the stack asks for it.")),
            ("unmeasured", Each(
                Map(("type", "array"), ("items", Text)),
                "Calls that are not metered by prompt although the stack asks for it, by prompt or flow.")))),
        ("definitions", Map(
            ("resource", Resource()),
            ("alias", Alias()),
            ("profile", Profile()),
            ("value", KnownToTheCloud()))))) + "\n";

    private static Value Resource() => Map(
        ("type", "object"),
        ("description", "A resource, in CloudFormation's words."),
        ("required", List("because", "name", "owner", "properties", "type")),
        ("additionalProperties", false),
        ("properties", Map(
            ("name", Said(Text, "Unique in the plan, the same in every run.")),
            ("type", Map(
                ("description", "The type's name in CloudFormation."),
                ("type", "string"),
                ("enum", List(ResourceTypes.All.Select(type => (Value)type.Name))))),
            ("owner", Said(Text, "The prompt or flow that it belongs to.")),
            ("because", Said(Text, "Why it exists, for people.")),
            ("properties", Map(
                ("description", "By their names in CloudFormation; a part that only the cloud knows is a 'value'."),
                ("type", "object"))),
            ("dependsOn", Texts("Resources that must exist first, besides those it refers to.")),
            ("ignoreChanges", Texts("Properties whose later changes are ignored.")),
            ("protect", Said(Map(("type", "boolean")), "Whether deleting it takes two steps; absent for no.")))));

    private static Value Alias() => Map(
        ("type", "object"),
        ("description", "What an application calls."),
        ("required", List("arn", "kind", "parameter", "release", "version")),
        ("additionalProperties", false),
        ("properties", Map(
            ("kind", Map(("type", "string"), ("enum", List("flow", "prompt")))),
            ("release", Map(
                ("description", "The live release, or draft."),
                ("oneOf", List(
                    Map(("type", "integer"), ("minimum", 1)),
                    Map(("type", "string"), ("enum", List("draft"))))))),
            ("version", Said(Known, "The version's number on AWS.")),
            ("arn", Said(Known, "The ARN that the alias leads to.")),
            ("parameter", Said(Text, "The parameter that holds the ARN.")))));

    private static Value Profile() => Map(
        ("type", "object"),
        ("description", "An inference profile through which a prompt calls a model."),
        ("required", List("arn", "model", "profile")),
        ("additionalProperties", false),
        ("properties", Map(
            ("profile", Said(Text, "Its name among the resources.")),
            ("model", Said(Text, "The model, as the prompt writes it.")),
            ("arn", Said(Known, "Its ARN; AWS's metrics have its id, the last part of it, as ModelId.")))));

    private static Value KnownToTheCloud() => Map(
        ("description", "A text, or what only the cloud knows: an attribute of a resource, a part of the place, "
            + "several of them in a row."),
        ("oneOf", List(
            Text,
            Only("$ref", Said(Text, "As in greeting-email.Arn.")),
            Only("$pseudo", Map(("type", "string"), ("enum", List("Account", "Partition", "Region")))),
            Only("$join", Map(("type", "array"), ("items", Known))))));

    private static Value Only(string key, Value value) => Map(
        ("type", "object"),
        ("required", List(key)),
        ("additionalProperties", false),
        ("properties", Map((key, value))));

    private static Value Each(Value value, string description) => Map(
        ("description", description), ("type", "object"), ("additionalProperties", value));

    private static Value Texts(string description) =>
        Map(("description", description), ("type", "array"), ("items", Text));

    private static Value Said(Value value, string description) =>
        new Value.Map(((Value.Map)value).Entries.SetItem("description", description));

    private static Value Reference(string name) => Map(("$ref", $"#/definitions/{name}"));
}
