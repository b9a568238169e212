using System.Collections.Immutable;
using System.Text.Json;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Settings;
using Infra.Workspace;
using Pulumi;

namespace BedrockPrompts;

/// <summary>Makes the plan of a catalog in the stack that Pulumi is deploying.</summary>
internal static class CatalogPlan
{
    /// <summary>Reads a folder's files and the settings, and logs every warning.</summary>
    /// <exception cref="RunException">They cannot be read or have errors, all of which the message lists.</exception>
    public static Plan Read(string catalog, PromptCatalogArgs args)
    {
        try
        {
            return Read(new WorkingTree(Folder(args.Folder)), Settings(new CatalogNames(catalog), args.Settings));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException(exception.Message);
        }
    }

    /// <summary>The same for given files and the stack's configuration; no file is read twice.</summary>
    /// <exception cref="RunException">There are errors, all of which the message lists.</exception>
    public static Plan Read(ISourceTree files) => Read(files, Settings(new(PromptCatalog.DefaultName), null));

    private static Plan Read(ISourceTree files, Checked<StackSettings> settings)
    {
        var plan = ProjectChecks.Plan(
            Project.Read(files), settings, new ModelDay(DateOnly.FromDateTime(DateTime.UtcNow)));
        foreach (var warning in plan.Diagnostics.Where(diagnostic => diagnostic.Severity is not Severity.Error))
        {
            Log.Warn(warning.ToString());
        }

        var errors = plan.Diagnostics.Where(diagnostic => diagnostic.Severity is Severity.Error).ToList();
        return errors is [] ? plan.Value! : throw new RunException(string.Join('\n', errors));
    }

    private static string Folder(string? folder)
    {
        var root = Path.IsPathFullyQualified(folder ?? "") ? folder! : Deployment.Instance.RootDirectory;
        var full = Path.GetFullPath(folder ?? ".", root);
        return Directory.Exists(full)
            ? full
            : throw new RunException($"There is no folder '{folder}'{(root == folder ? "" : $" in {root}")} to read a "
                + "catalog from. Correct the path.");
    }

    /// <summary>The keys of secret values, which the SDK knows but does not make public.</summary>
    private static HashSet<string> SecretKeys()
    {
        using var keys = JsonDocument.Parse(Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS") ?? "[]");
        return [.. keys.RootElement.EnumerateArray().Select(key => key.ToString())];
    }

    private static Checked<StackSettings> Settings(CatalogNames names, IReadOnlyDictionary<string, string>? given)
    {
        var config = new Config(SettingsReader.Project);
        var settings = SettingsReader.ReadConfig(
            Deployment.Instance.StackName,
            given is null
                ? SettingsReader.Keys.Select(key => (key, config.Get(key)))
                : given.Select(setting => (setting.Key, (string?)setting.Value)),
            given is null ? SecretKeys() : ImmutableHashSet<string>.Empty,
            (new Config("aws-native").Get("region"), new Config("aws").Get("region")));
        return new(names.On(settings.Value!, given), settings.Diagnostics);
    }
}
