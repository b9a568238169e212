using System.Collections.Immutable;
using Amazon.SimpleSystemsManagement.Model;

namespace Infra.Cli.Aws;

/// <summary>The aliases of a stack, read where applications look them up.</summary>
internal static class AliasParameters
{
    private const string Live = "/live";

    /// <summary>By name, the ARN that each alias holds.</summary>
    /// <param name="aws">Where.</param>
    /// <param name="path">The stack's parameter path, such as <c>/bedrock-prompts/prod</c>.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<ImmutableSortedDictionary<string, string>> Read(
        AwsClients aws, string path, CancellationToken stop)
    {
        var aliases = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var request = new GetParametersByPathRequest { Path = path, Recursive = true };
        do
        {
            var page = await aws.Parameters.GetParametersByPathAsync(request, stop).ConfigureAwait(false);
            foreach (var parameter in page.Parameters ?? [])
            {
                if (Name(parameter.Name ?? "", path) is { } name)
                {
                    aliases[name] = parameter.Value ?? "";
                }
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return aliases.ToImmutable();
    }

    private static string? Name(string parameter, string path) =>
        parameter.StartsWith($"{path}/", StringComparison.Ordinal)
        && parameter.EndsWith(Live, StringComparison.Ordinal)
        && parameter.Length > path.Length + Live.Length + 1
        && parameter[(path.Length + 1)..^Live.Length] is var name
        && !name.Contains('/', StringComparison.Ordinal)
            ? name
            : null;
}
