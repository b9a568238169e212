using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Access;

/// <summary>What a caller must be allowed to do in order to call a model.</summary>
/// <remarks>
/// Sources, read 2026-11-21: Amazon Bedrock user guide, "Geographic cross-Region inference", "Global cross-Region
/// inference", "Prerequisites for inference profiles", "Amazon Bedrock Marketplace".
/// </remarks>
public static class ModelAccess
{
    /// <summary>The action of Converse and InvokeModel; there is no bedrock:Converse.</summary>
    public const string Invoke = "bedrock:InvokeModel";

    /// <summary>The action of ConverseStream and InvokeModelWithResponseStream.</summary>
    public const string Stream = "bedrock:InvokeModelWithResponseStream";

    /// <summary>The condition key for the profile through which a model is called.</summary>
    internal const string ByProfile = "bedrock:InferenceProfileArn";

    private const string ByRouter = "bedrock:PromptRouterArn";

    /// <summary>
    /// Allows these models and no others. Models behind a profile or router can only be called through it. The order of
    /// the models has no effect.
    /// </summary>
    /// <param name="models">Ids and ARNs.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="actions"><see cref="Invoke"/>, and <see cref="Stream"/> for callers that stream.</param>
    public static IEnumerable<Statement> Statements(
        IEnumerable<string> models, StackSettings settings, params ImmutableArray<string> actions)
    {
        var references = models.Distinct(StringComparer.Ordinal).Select(ModelReference.Of).ToArray();
        if (Arns.Set(references.Select(Called)) is { Length: > 0 } called)
        {
            yield return new("InvokeModel", actions, called);
        }

        var gates = references
            .Select(reference => GateOf(reference, settings))
            .OfType<Gate>()
            .DistinctBy(gate => gate.Order)
            .OrderBy(gate => gate.Order, StringComparer.Ordinal);
        foreach (var (index, gate) in gates.Index())
        {
            yield return new($"InvokeThrough{index + 1}", actions, Arns.Set(gate.Behind))
            {
                Condition = Map(("StringEquals", Map((gate.Key, gate.Arn)))),
            };
        }

        var endpoints = Arns.Set(references.OfType<ModelReference.Endpoint>().Select(endpoint => (Value)endpoint.Arn));
        if (endpoints.Length > 0)
        {
            yield return new("InvokeEndpoint", [.. actions.Select(ActionOnEndpoint)], endpoints)
            {
                Condition = Map(("StringEquals", Map(("aws:CalledViaLast", "bedrock.amazonaws.com")))),
            };
        }
    }

    /// <summary>The foundation models behind a profile, in every region that it may route to.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="settings">The stack, whose settings may state more than the embedded list.</param>
    /// <returns>
    /// The model in every known region; where none is known, in any region: it can still only be called through the
    /// profile.
    /// </returns>
    public static IEnumerable<Value> Behind(ModelReference.SystemProfile profile, StackSettings settings)
    {
        var source = Arns.FoundationModel(profile.Model, profile.Region is { } region ? region : Region);
        if (profile.IsGlobal)
        {
            return [source, Arns.FoundationModel(profile.Model, "")];
        }

        var from = profile.Region ?? settings.Region;
        var destinations = Stated(settings, profile) ?? settings.Models.Destinations(profile.Id, from);
        return destinations is null
            ? [Arns.FoundationModel(profile.Model, "*")]
            : destinations.Value
                .Where(destination => destination != from)
                .Select(to => Arns.IsArn(to) ? to : Arns.FoundationModel(profile.Model, to))
                .Prepend(source);
    }

    /// <summary>What the stack states about a profile, or null.</summary>
    internal static ImmutableArray<string>? Stated(StackSettings settings, ModelReference.SystemProfile profile) =>
        settings.InferenceProfiles.TryGetValue(profile.Id, out var stated)
        || (profile.Arn is Value.Text { Content: var arn } && settings.InferenceProfiles.TryGetValue(arn, out stated))
            ? stated
            : null;

    private static Value Called(ModelReference reference) => reference switch
    {
        ModelReference.Foundation foundation => foundation.Arn,
        ModelReference.SystemProfile profile => profile.Arn,
        ModelReference.ApplicationProfile profile => profile.Arn,
        ModelReference.PromptRouter router => router.Arn,
        ModelReference.Endpoint => Arns.InAccount("bedrock", "marketplace/model-endpoint/all-access"),
        ModelReference.CustomModel model => model.Arn,
        ModelReference.Other other => other.Arn,
        _ => throw new UnreachableException(),
    };

    private static Gate? GateOf(ModelReference reference, StackSettings settings) => reference switch
    {
        ModelReference.SystemProfile profile => new(ByProfile, profile.Arn, Behind(profile, settings)),
        ModelReference.ApplicationProfile profile =>
            new(ByProfile, profile.Arn, Stated(settings, profile.Arn) ?? [Arns.FoundationModel("*", "*")]),
        ModelReference.PromptRouter router =>
            new(ByRouter, router.Arn, Stated(settings, router.Arn)
                ?? [Arns.FoundationModel("*", "*"), Arns.InAccount("bedrock", "inference-profile/*")]),
        ModelReference.CustomModel or ModelReference.Endpoint or ModelReference.Foundation
            or ModelReference.Other => null,
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<Value>? Stated(StackSettings settings, string arn) =>
        settings.InferenceProfiles.TryGetValue(arn, out var stated) ? stated.Select(model => (Value)model) : null;

    private static string ActionOnEndpoint(string action) =>
        action == Stream ? "sagemaker:InvokeEndpointWithResponseStream" : "sagemaker:InvokeEndpoint";
}

/// <summary>A profile or router through which, and only through which, models can be called.</summary>
/// <param name="Key">The condition key for it.</param>
/// <param name="Arn">The ARN of the profile or router.</param>
/// <param name="Behind">The models.</param>
internal sealed record Gate(string Key, Value Arn, IEnumerable<Value> Behind)
{
    /// <summary>A text that is unique to a gate, for ordering.</summary>
    public string Order => CanonicalJson.Compact(Arn);
}
