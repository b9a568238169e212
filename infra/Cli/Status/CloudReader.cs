using System.Collections.Immutable;
using System.Diagnostics;
using Amazon.CloudControlApi.Model;
using Amazon.SimpleSystemsManagement.Model;
using Infra.Cli.Aws;
using Infra.Cli.Running;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Status;

/// <summary>Reads existing resources, and repeats calls that AWS was too busy for.</summary>
/// <param name="aws">The AWS clients.</param>
/// <param name="attempts">Repeats calls.</param>
internal sealed class CloudReader(AwsClients aws, Attempts attempts)
{
    /// <summary>The timeout of a query, including waits, since a busy account answers late.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A resource; null when it does not exist.</summary>
    /// <exception cref="Failure">It could not be read.</exception>
    public async Task<ReadResource?> Read(string type, string identifier, CancellationToken stop)
    {
        var answer = await Ask(
            $"{type} {identifier}",
            token => aws.Control.GetResourceAsync(new() { TypeName = type, Identifier = identifier }, token),
            stop).ConfigureAwait(false);
        return answer?.ResourceDescription is { } there ? Found(there) : null;
    }

    /// <summary>Every resource of a type, with the properties that lists contain.</summary>
    /// <exception cref="Failure">They could not be read.</exception>
    public async Task<ImmutableArray<ReadResource>> List(string type, Value.Map model, CancellationToken stop)
    {
        var found = ImmutableArray.CreateBuilder<ReadResource>();
        for (string? next = null; ;)
        {
            var request = new ListResourcesRequest
            {
                TypeName = type,
                ResourceModel = model.Entries.IsEmpty ? null : CanonicalJson.Compact(model),
                NextToken = next,
            };
            var page = await Ask(type, token => aws.Control.ListResourcesAsync(request, token), stop)
                .ConfigureAwait(false);
            found.AddRange((page?.ResourceDescriptions ?? []).Select(Found));
            if ((next = page?.NextToken) is null or "")
            {
                return found.ToImmutable();
            }
        }
    }

    /// <summary>The values of the parameters below a path, by their names.</summary>
    /// <exception cref="Failure">They could not be read.</exception>
    public async Task<ImmutableSortedDictionary<string, string>> Parameters(string path, CancellationToken stop)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (string? next = null; ;)
        {
            var request = new GetParametersByPathRequest { Path = path, Recursive = true, NextToken = next };
            var page = await Ask(path, token => aws.Parameters.GetParametersByPathAsync(request, token), stop)
                .ConfigureAwait(false);
            foreach (var parameter in (page?.Parameters ?? []).OfType<Parameter>())
            {
                found[parameter.Name ?? ""] = parameter.Value ?? "";
            }

            if ((next = page?.NextToken) is null or "")
            {
                return found.ToImmutable();
            }
        }
    }

    private async Task<T?> Ask<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken stop)
        where T : class
    {
        var answer = await attempts.Make(call, Patience, stop).ConfigureAwait(false);
        return answer.Outcome switch
        {
            AwsOutcome<T>.Answered { Value: var value } => value,
            AwsOutcome<T>.Failed { Failure: AwsFailure.NotFound } => null,
            AwsOutcome<T>.Failed failed => throw new Failure($"{what} cannot be read. {failed.Failure.Message}"),
            _ => throw new UnreachableException(),
        };
    }

    private static ReadResource Found(ResourceDescription there) => new(
        there.Identifier ?? "",
        there.Properties is { } text && JsonValue.Parse(text) is Value.Map properties ? properties : Shorthand.Map());
}

/// <summary>An existing resource.</summary>
/// <param name="Identifier">Its identifier in Cloud Control.</param>
/// <param name="Properties">The properties, in CloudFormation's spelling.</param>
internal sealed record ReadResource(string Identifier, Value.Map Properties)
{
    /// <summary>The value of a property or attribute as text; null where it has none.</summary>
    public string? this[string name] => Properties[name] switch
    {
        Value.Text text => text.Content,
        Value.Number number => CanonicalJson.Number(number.Content),
        _ => null,
    };
}
