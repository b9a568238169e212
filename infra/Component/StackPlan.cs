using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Settings;
using Infra.Workspace;
using Pulumi;

namespace BedrockPrompts;

/// <summary>The plan of the stack that Pulumi is deploying.</summary>
public static class StackPlan
{
    /// <summary>Reads the project's files and the stack's configuration; says every warning.</summary>
    /// <exception cref="RunException">They cannot be read, or are wrong: the message lists everything.</exception>
    public static Plan Read()
    {
        try
        {
            return Read(new WorkingTree(Deployment.Instance.RootDirectory));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException(exception.Message);
        }
    }

    /// <summary>The same for files from elsewhere; none of them is read twice.</summary>
    /// <exception cref="RunException">Something is wrong: the message lists everything.</exception>
    public static Plan Read(ISourceTree files)
    {
        var project = Project.Read(files);
        var settings = Settings();
        var plan = ProjectChecks.Plan(
            project, settings, new ModelDay(DateOnly.FromDateTime(DateTime.UtcNow)));
        foreach (var warning in plan.Diagnostics.Where(diagnostic => diagnostic.Severity is not Severity.Error))
        {
            Log.Warn(warning.ToString());
        }

        var errors = plan.Diagnostics.Where(diagnostic => diagnostic.Severity is Severity.Error).ToList();
        return errors is [] ? plan.Value! : throw new RunException(string.Join('\n', errors));
    }

    private static Checked<StackSettings> Settings() => SettingsReader.ReadConfig(
        Deployment.Instance.StackName,
        new Config(SettingsReader.Project).Get,
        (new Config("aws-native").Get("region"), new Config("aws").Get("region")));
}
