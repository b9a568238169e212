using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Yaml;
using Infra.Smoke.Json;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Expectations;

/// <summary>Reads the arguments of expectations about the whole answer: the call, the flow, groups.</summary>
internal static class CallCheckReader
{
    public static Check? Read(Argument argument) => argument.Name switch
    {
        "is-refusal" => new Check.IsRefusal(),
        "no-template-leak" => new Check.NoTemplateLeak(),
        "no-secrets" => new Check.NoSecrets(),
        "no-prompt-leak" => new Check.NoPromptLeak(),
        "flow-completed" => new Check.FlowCompleted(),
        "finish-reason" => FinishReason(argument),
        "latency" => Duration.Read(argument.Value.Text(), argument.Report) is { } most ? new Check.Latency(most) : null,
        "tokens" => Tokens(argument),
        "cost" => Cost(argument),
        "tool-called" => ToolCalled(argument),
        "flow-node-output" => NodePutOut(argument),
        "flow-path" => argument.FullTexts() is { } nodes ? new Check.FlowPath(nodes) : null,
        "all-of" => Group(Quantifier.All, argument),
        "any-of" => Group(Quantifier.Any, argument),
        "none-of" => Group(Quantifier.None, argument),
        _ => throw new UnreachableException(),
    };

    private static Check.FinishReason? FinishReason(Argument argument)
    {
        argument.ReportEmptyList();
        var words = argument.Value is YamlNode.Sequence reasons ? reasons.Items.Texts()
            : argument.Value.Text() is { } word ? [word]
            : [];
        ImmutableArray<string> known =
            [.. words.Select(word => word.Value).Where(word => ExpectationShape.FinishReasons.Contains(word))];
        return known.IsEmpty ? null : new(known);
    }

    private static Check.Tokens? Tokens(Argument argument)
    {
        if (argument.Value is YamlNode.Scalar scalar)
        {
            return scalar.ToValue() is Values.Value.Number { Content: >= int.MinValue and <= int.MaxValue } number
                ? AtMost(new(null, null, (int)number.Content), argument)
                : null;
        }

        return argument.Value is YamlNode.Mapping
            ? AtMost(new(Part("input"), Part("output"), Part("total")), argument)
            : null;

        int? Part(string key) => argument.Value.Whole(key)?.Value;
    }

    private static Check.Tokens? AtMost(TokenUsage most, Argument argument)
    {
        if (most == default)
        {
            if (argument.Value.Entries().IsEmpty)
            {
                argument.AlwaysHolds(argument.Value!.At, "none of 'input', 'output' and 'total' is limited");
            }

            return null;
        }

        if (most.Input < 1 || most.Output < 1 || most.Total < 1)
        {
            argument.NeverHolds(argument.Value!.At, "every call takes at least one token");
            return null;
        }

        return new(most);
    }

    private static Check.Cost? Cost(Argument argument)
    {
        if (argument.Value is not YamlNode.Scalar scalar || scalar.ToValue() is not Values.Value.Number dollars)
        {
            return null;
        }

        if (dollars.Content <= 0)
        {
            argument.NeverHolds(scalar.At, "no call is free");
            return null;
        }

        return new(dollars.Content);
    }

    private static Check.ToolCalled? ToolCalled(Argument argument) => argument.Value switch
    {
        YamlNode.Scalar => argument.Text() is { } name ? new(name, Input: null) : null,
        YamlNode.Mapping mapping when mapping.Text("name") is { } name => new(
            name.Value, mapping.Get("input") is YamlNode.Mapping input ? JsonText.Of(input) : null),
        _ => null,
    };

    private static Check.NodePutOut? NodePutOut(Argument argument)
    {
        var expectations = ExpectationReader.ReadKeys(argument.Value, argument.Report);
        return argument.Value.Text("node") is { } node
            ? new(node.Value, argument.Value.Text("output")?.Value, expectations)
            : null;
    }

    private static Check.Group? Group(Quantifier quantifier, Argument argument)
    {
        argument.ReportEmptyList();
        var parts = ExpectationReader.ReadParts(argument.Value, argument.Report);
        return parts.IsEmpty || parts.Length < argument.Value.Items().Length ? null : new(quantifier, parts);
    }
}
