using System.Text.Json;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Smoke.Cases;

/// <summary>The input document of a flow's test case.</summary>
internal static class GivenDocument
{
    private const string Document = "document";

    /// <summary>
    /// The value of <c>document</c>, or all of <c>given</c> as one object; null when nothing is given.
    /// </summary>
    public static SmokeInput.Document? Read(Flow flow, TestCase test, ICollection<Diagnostic> report)
    {
        if (test.Given.IsEmpty)
        {
            report.Add(Problems.FlowWithoutInput(test.Name.At, test.Name.Value));
            return null;
        }

        if (flow.Body.Nodes.FirstOrDefault(node => node.Configuration is NodeConfiguration.Input) is not { } input)
        {
            return null;
        }

        var isText = input.Outputs is [{ Type.Value: FlowDataType.String }];
        var given = test.Given is [{ Name.Value: Document } only] ? only.Value : null;
        if (isText && given is not YamlNode.Scalar)
        {
            report.Add(Problems.GivenIsNoText(given?.At ?? test.Given[0].Name.At, Document));
            return null;
        }

        // The type of the input decides, not YAML's: an order number for a String stays a text.
        var content = (given, isText) switch
        {
            (YamlNode.Scalar scalar, true) => scalar.Text,
            (not null, _) => given.ToValue(),
            _ => Shorthand.Map(test.Given.Select(value => (value.Name.Value, (Value?)value.Value.ToValue()))),
        };
        return new(input.Name.Value, JsonElement.Parse(CanonicalJson.Compact(content)));
    }
}
