using System.Collections.Immutable;
using BedrockPrompts;
using Infra.Planning;
using Infra.Targets;
using Infra.Values;
using Pulumi.Testing;

namespace Infra.Benchmarks.Registration;

/// <summary>Answers as AWS would, from memory, and as briefly as it can: it is not what is measured.</summary>
internal sealed class Cloud(Plan plan) : IMocks
{
    private readonly Dictionary<string, ImmutableDictionary<string, object?>> _answers = plan.Resources.ToDictionary(
        resource => resource.Name,
        resource => new PulumiValues(_ => throw new InvalidOperationException()).Entries(Answer(resource)),
        StringComparer.Ordinal);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Seen.Current?.Record(args);
        // A component has no answer: it is nothing to AWS.
        var answer = _answers.GetValueOrDefault(args.Name!) ?? ImmutableDictionary<string, object?>.Empty;
        return Task.FromResult<(string?, object)>(($"id of {args.Name}", answer));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(
        ImmutableDictionary<string, object>.Empty
            .Add("partition", "aws")
            .Add("region", "us-east-1")
            .Add("accountId", "123456789012"));

    private static Value.Map Answer(DeclaredResource resource) => Shorthand.Map(
        ("arn", $"arn of {resource.Name}"),
        ("name", $"name of {resource.Name}"),
        ("version", "1"),
        (PulumiNames.Property(resource.Postcondition?.Attribute ?? "Content"), resource.Postcondition?.Expected));
}
