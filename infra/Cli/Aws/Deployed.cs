using Amazon.BedrockAgent.Model;
using Amazon.BedrockAgent.Model.Internal.MarshallTransformations;
using Infra.Values;

namespace Infra.Cli.Aws;

/// <summary>The deployed content, as AWS returns it: names are the API's, and what AWS leaves out is absent.</summary>
/// <param name="Version">The version's number on AWS, or <c>DRAFT</c>.</param>
/// <param name="Content">A prompt's variants, or a flow's definition.</param>
internal sealed record Deployed(string Version, Value Content)
{
    /// <summary>The prompt, or the version of it, that an ARN refers to.</summary>
    public static async Task<Deployed> Prompt(AwsClients aws, string arn, CancellationToken stop)
    {
        var (prompt, version) = PromptArn.Parse(arn);
        var request = new GetPromptRequest { PromptIdentifier = prompt, PromptVersion = version };
        var response = await aws.Definitions.GetPromptAsync(request, stop).ConfigureAwait(false);
        return new Deployed(response.Version ?? "DRAFT", Variants(response.Variants ?? []));
    }

    /// <summary>The version of a flow that an alias leads to.</summary>
    public static async Task<Deployed> Flow(AwsClients aws, string aliasArn, CancellationToken stop)
    {
        var (flow, alias) = FlowAliasArn.Parse(aliasArn);
        return await Routed(aws, flow, alias, stop).ConfigureAwait(false) is { } version
            ? await FlowVersion(aws, flow, version, stop).ConfigureAwait(false)
            : await FlowDraft(aws, flow, stop).ConfigureAwait(false);
    }

    private static async Task<string?> Routed(AwsClients aws, string flow, string alias, CancellationToken stop)
    {
        if (alias is FlowAliasArn.Test)
        {
            return null;
        }

        var request = new GetFlowAliasRequest { FlowIdentifier = flow, AliasIdentifier = alias };
        var response = await aws.Definitions.GetFlowAliasAsync(request, stop).ConfigureAwait(false);
        return response.RoutingConfiguration is [{ FlowVersion: not "DRAFT" and var version }] ? version : null;
    }

    private static async Task<Deployed> FlowVersion(AwsClients aws, string flow, string version, CancellationToken stop)
    {
        var request = new GetFlowVersionRequest { FlowIdentifier = flow, FlowVersion = version };
        var response = await aws.Definitions.GetFlowVersionAsync(request, stop).ConfigureAwait(false);
        return new Deployed(version, Definition(response.Definition ?? new()));
    }

    private static async Task<Deployed> FlowDraft(AwsClients aws, string flow, CancellationToken stop)
    {
        var request = new GetFlowRequest { FlowIdentifier = flow };
        var response = await aws.Definitions.GetFlowAsync(request, stop).ConfigureAwait(false);
        return new Deployed("DRAFT", Definition(response.Definition ?? new()));
    }

    private static Value Variants(IEnumerable<PromptVariant> variants) => Shorthand.List(
        variants.OfType<PromptVariant>().Select(variant => AwsJson.ToValue(variant, PromptVariantMarshaller.Instance)));

    private static Value Definition(FlowDefinition definition) =>
        AwsJson.ToValue(definition, FlowDefinitionMarshaller.Instance);
}
