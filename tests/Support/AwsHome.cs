using System.Runtime.CompilerServices;

namespace Infra.Tests.Support;

/// <summary>AWS configuration files of the tests' own: nothing of whoever runs them is read.</summary>
/// <remarks>Before any test: the SDK looks once, and for the whole process.</remarks>
internal static class AwsHome
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("prompts-aws-");

    public static string Credentials => Path.Combine(Folder.FullName, "credentials");

    public static string Config => Path.Combine(Folder.FullName, "config");

    [ModuleInitializer]
    internal static void MoveIn()
    {
        Empty();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Credentials);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Config);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }

    /// <summary>No profile at all. The files stay: without them the SDK would look in the home folder.</summary>
    public static void Empty()
    {
        File.WriteAllText(Credentials, "");
        File.WriteAllText(Config, "");
    }
}
