using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Infra.Cli.Aws;
using Infra.Planning;
using Infra.Smoke.Serving;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>Resolves the aliases of a stack.</summary>
internal static class Aliases
{
    /// <summary>The largest file of outputs, in bytes; outputs of thousands of names take a few megabytes.</summary>
    private const int Largest = 64 * 1024 * 1024;

    private const string Wanted = "Give what 'pulumi stack output --json' prints.";

    /// <summary>The stack with the targets of its aliases.</summary>
    /// <exception cref="Failure">They cannot be read, or there are none.</exception>
    public static async Task<StackUnderTest> Resolve(
        StackUnderTest tested, Project project, SmokeOptions options, Host host, CancellationToken stop)
    {
        var resolved = options.Aliases switch
        {
            AliasSource.Parameters => await Parameters(tested, project, options, host, stop).ConfigureAwait(false),
            AliasSource.Pulumi => Stated(
                tested, project, "'pulumi stack output --json'",
                await PulumiOutputs.Read(options.Folder, tested.Stack, stop).ConfigureAwait(false)),
            AliasSource.File file => Stated(
                tested, project, file.Path is "-" ? "standard input" : file.Path,
                await Text(file, host, stop).ConfigureAwait(false)),
            _ => throw new UnreachableException(),
        };
        return resolved.Targets.IsEmpty || resolved.Targets.Any(target => target.IsDeployed)
            ? resolved
            : throw new Failure($"Nothing that stack '{tested.Stack}' serves is deployed: there is no alias below "
                + $"{tested.Settings.ParameterPath}. {Deploy(tested.Stack, options.Local)} first.");
    }

    /// <summary>What to do about a stack that is not deployed.</summary>
    public static string Deploy(string stack, bool local) =>
        local ? $"Run 'prompts up {stack} --local'" : $"Run 'pulumi up --stack {stack}'";

    private static async Task<StackUnderTest> Parameters(
        StackUnderTest tested, Project project, SmokeOptions options, Host host, CancellationToken stop)
    {
        var names = tested.Plan.Aliases.Select(alias => alias.Owner);
        var read = await new Attempts(host.Clock).Make(
            token => AliasParameters.Read(tested.Aws, tested.Settings.ParameterPath, names, token),
            options.Timeout, stop).ConfigureAwait(false);
        return read.Outcome switch
        {
            AwsOutcome<ImmutableSortedDictionary<string, string>>.Answered arns =>
                tested with { Targets = SmokeTargets.Of(project, tested.Plan, arns.Value), Retries = read.Retries },
            AwsOutcome<ImmutableSortedDictionary<string, string>>.Failed failed =>
                throw new Failure($"The aliases of '{tested.Stack}' cannot be read. {failed.Failure.Message}"),
            _ => throw new UnreachableException(),
        };
    }

    private static StackUnderTest Stated(StackUnderTest tested, Project project, string source, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return SmokeTargets.OfOutputs(project, tested.Plan, json.RootElement) is { } targets
                ? tested with { Targets = targets }
                : throw new Failure($"{source} holds no aliases. {Wanted}");
        }
        catch (JsonException)
        {
            throw new Failure($"{source} is not JSON. {Wanted}");
        }
    }

    private static Task<string> Text(AliasSource.File file, Host host, CancellationToken stop) => file.Path is "-"
        ? host.In().ReadToEndAsync(stop)
        : Task.FromResult(ProjectFile.ReadText(host.PathOf(file.Path), Largest));
}
