using System.Text.Json;
using Infra.Cli.New;
using Infra.Targets;
using Infra.Workspace;

namespace Infra.Cli.Doctor;

/// <summary>Checks what is installed on this machine.</summary>
internal sealed class ToolChecks(Surroundings world, string folder, string? stack, CancellationToken stop)
{
    private const string Console = "prompts";

    /// <summary>All checks, in the order in which they are printed.</summary>
    public async Task<IEnumerable<DoctorFinding>> All()
    {
        var (net, git, pulumi) = (Net(), Git(), Pulumi());
        return [await net.ConfigureAwait(false), Pinned(), await git.ConfigureAwait(false),
            .. await pulumi.ConfigureAwait(false)];
    }

    private async Task<DoctorFinding> Net()
    {
        const string Name = "dotnet";
        const string Advice = "Install the .NET 10 SDK, which builds the Pulumi program: https://dot.net/download";
        return await Ask(Name, "--version").ConfigureAwait(false) switch
        {
            { Exit: 0, Output: var version } when Major(version) >= 10 =>
                DoctorFinding.Ok(Name, $"The .NET SDK {version.Trim()}."),
            { Exit: 0, Output: var version } =>
                DoctorFinding.Fail(Name, $"The .NET SDK {version.Trim()} is too old.", Advice),
            { } answer => DoctorFinding.Fail(Name, $"'dotnet --version' failed: {answer.Complaint}.", Advice),
            null => DoctorFinding.Fail(Name, "There is no .NET SDK on the PATH.", Advice),
        };
    }

    private DoctorFinding Pinned()
    {
        var file = Path.Combine(folder, ".config", "dotnet-tools.json");
        var pinned = File.Exists(file) ? Text(File.ReadAllText(file), "tools", "bedrock-prompts", "version") : null;
        return pinned is null || pinned == RepositoryFiles.Version
            ? DoctorFinding.Ok(
                Console, $"The console {RepositoryFiles.Version}{(pinned is null ? "" : ", as pinned")}.")
            : DoctorFinding.Warn(
                Console,
                $"This is 'prompts' {RepositoryFiles.Version}, but .config/dotnet-tools.json pins {pinned}.",
                "Run 'dotnet tool restore', and 'dotnet prompts' instead of 'prompts'.");
    }

    private async Task<DoctorFinding> Git()
    {
        const string Name = "git";
        return await Ask(Name, "rev-parse", "--is-inside-work-tree").ConfigureAwait(false) switch
        {
            { Exit: 0 } => DoctorFinding.Ok(Name, "The project is in a git repository."),
            null => DoctorFinding.Warn(Name, "There is no git on the PATH.",
                "Install git: 'plan --against' and 'history' need it."),
            _ => DoctorFinding.Warn(Name, "The project is not in a git repository.",
                "Run 'git init': 'plan --against' and 'history' read commits."),
        };
    }

    private async Task<DoctorFinding[]> Pulumi()
    {
        const string Name = "pulumi";
        if (await Ask(Name, "version").ConfigureAwait(false) is not { Exit: 0, Output: var version })
        {
            return [DoctorFinding.Fail(Name, "The Pulumi CLI is not on the PATH.",
                "Install it: https://www.pulumi.com/docs/install/")];
        }

        if (Major(version.TrimStart('v')) < 3)
        {
            return [DoctorFinding.Fail(Name, $"The Pulumi CLI {version.Trim()} is too old.",
                "Install a newer one: https://www.pulumi.com/docs/install/")];
        }

        var plugins = Plugins();
        return [DoctorFinding.Ok(Name, $"The Pulumi CLI {version.Trim()}."), .. await Backend().ConfigureAwait(false),
            await plugins.ConfigureAwait(false)];
    }

    private async Task<DoctorFinding[]> Backend()
    {
        const string Name = "backend";
        if (await Ask("pulumi", "whoami", "--json", "--non-interactive").ConfigureAwait(false)
            is not { Exit: 0, Output: var who })
        {
            return [DoctorFinding.Fail(Name, "Pulumi is not logged in.", "Run 'pulumi login' for Pulumi Cloud, or "
                + "'pulumi login s3://<bucket>' for a bucket of your own.")];
        }

        var found = DoctorFinding.Ok(Name, $"Logged in as {Text(who, "user") ?? "?"} at {Text(who, "url") ?? "?"}.");
        if (stack is null)
        {
            return [found];
        }

        var stacks = await Ask("pulumi", "stack", "ls", "--json", "--non-interactive").ConfigureAwait(false);
        var names = stacks is { Exit: 0 } ? Names(stacks.Output) : [];
        return
        [
            found,
            stacks is not { Exit: 0 }
                ? DoctorFinding.Warn(
                    "stack", $"Stacks could not be listed: {stacks?.Complaint}", "Try 'pulumi stack ls'.")
                : names.Contains(stack)
                    ? DoctorFinding.Ok("stack", $"Stack {stack} exists.")
                    : DoctorFinding.Warn(
                        "stack",
                        $"Stack {stack} does not exist yet; there are: "
                            + $"{(names.Length == 0 ? "none" : string.Join(", ", names))}.",
                        $"Run 'pulumi stack init {stack}'."),
        ];
    }

    private async Task<DoctorFinding> Plugins()
    {
        const string Name = "plugins";
        var answer = await Ask("pulumi", "plugin", "ls", "--json").ConfigureAwait(false);
        var there = answer is { Exit: 0 } ? Installed(answer.Output) : [];
        var missing = Wanted().Except(there).ToArray();
        return missing.Length == 0
            ? DoctorFinding.Ok(Name, $"Provider plugins as pinned: {string.Join(", ", Wanted())}.")
            : DoctorFinding.Warn(
                Name,
                $"Not installed yet: {string.Join(", ", missing)}.",
                "The first 'pulumi up' installs them; or run: "
                    + string.Join(" && ", missing.Select(plugin => $"pulumi plugin install resource {plugin}")));
    }

    private static IEnumerable<string> Wanted() =>
        ProviderVersions.All.Select(stated => $"{stated.Package} {stated.Version}");

    private Task<ToolAnswer?> Ask(params string[] line) => world.Run(line, folder, stop);

    private static int Major(string version) => int.TryParse(version.Split('.')[0], out var major) ? major : 0;

    private static string? Text(string json, params string[] path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var at = document.RootElement;
            return path.All(key => at.ValueKind is JsonValueKind.Object && at.TryGetProperty(key, out at))
                ? at.ToString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] Names(string json) =>
        Each(json, item => item.GetProperty("name").ToString().Split('/')[^1]);

    private static string[] Installed(string json) =>
        Each(json, item => $"{item.GetProperty("name")} {item.GetProperty("version").ToString().TrimStart('v')}");

    private static string[] Each(string json, Func<JsonElement, string> text)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateArray().Select(text)];
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new Failure($"The output of Pulumi is not understood: {odd.Message}", odd);
        }
    }
}
