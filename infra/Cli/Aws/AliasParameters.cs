using System.Collections.Immutable;
using Amazon.SimpleSystemsManagement.Model;
using Infra.Planning;

namespace Infra.Cli.Aws;

/// <summary>Reads the aliases of a stack where applications look them up.</summary>
internal static class AliasParameters
{
    /// <remarks>Source: API model of GetParameters, 2026-11-21.</remarks>
    private const int MostAtOnce = 10;

    /// <summary>The ARN that each alias holds, by name; a name without an alias is left out.</summary>
    public static Task<ImmutableSortedDictionary<string, string>> Read(
        AwsClients aws, string path, IEnumerable<string> names, CancellationToken stop) =>
        Read(aws, path, names, AliasParameter.Live, stop);

    /// <summary>The value of a parameter of each name; a name without it is left out.</summary>
    /// <param name="aws">The AWS clients.</param>
    /// <param name="path">The stack's parameter path, such as <c>/bedrock-prompts/prod</c>.</param>
    /// <param name="names">The names of prompts and flows.</param>
    /// <param name="last">The last part of the parameters' names, as in <c>live</c>.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<ImmutableSortedDictionary<string, string>> Read(
        AwsClients aws, string path, IEnumerable<string> names, string last, CancellationToken stop)
    {
        var aliases = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var some in names.Distinct(StringComparer.Ordinal).Chunk(MostAtOnce))
        {
            var byParameter = some.ToDictionary(name => $"{path}/{name}/{last}", StringComparer.Ordinal);
            var request = new GetParametersRequest { Names = [.. byParameter.Keys] };
            var response = await aws.Parameters.GetParametersAsync(request, stop).ConfigureAwait(false);
            foreach (var parameter in (response.Parameters ?? []).OfType<Parameter>())
            {
                if (byParameter.TryGetValue(parameter.Name ?? "", out var name))
                {
                    aliases[name] = parameter.Value ?? "";
                }
            }
        }

        return aliases.ToImmutable();
    }
}
