using System.ComponentModel;
using System.Diagnostics;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace Infra.Cli.Doctor;

/// <summary>The surroundings that the doctor checks; tests provide their own.</summary>
/// <param name="Run">Runs a program; null when there is none of that name.</param>
/// <param name="Http">Sends requests.</param>
/// <param name="Keys">Finds the credentials of a profile, or those that every AWS tool would use.</param>
/// <param name="RegionOf">The region of a profile, or the one that every AWS tool would use; null for none.</param>
internal sealed record Surroundings(
    Func<string[], string, CancellationToken, Task<ToolAnswer?>> Run,
    HttpMessageHandler Http,
    Func<string?, AWSCredentials> Keys,
    Func<string?, string?> RegionOf)
{
    private static readonly SocketsHttpHandler Connections = new();

    /// <summary>The real surroundings.</summary>
    public static Surroundings Real() => new(RunTool, Connections, Find, Region);

    /// <summary>A machine without tools and without credentials.</summary>
    public static Surroundings Nothing() => new(
        (_, _, _) => Task.FromResult<ToolAnswer?>(null),
        Connections,
        _ => throw new AmazonClientException("There are none."),
        _ => null);

    private static AWSCredentials Find(string? profile)
    {
        if (profile is null)
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }

        return new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var keys)
            ? keys
            : throw new AmazonClientException($"There is no profile '{profile}'.");
    }

    private static string? Region(string? profile)
    {
        var name = profile ?? Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "default";
        return new CredentialProfileStoreChain().TryGetProfile(name, out var found) ? found.Region?.SystemName : null;
    }

    private static async Task<ToolAnswer?> RunTool(string[] line, string folder, CancellationToken stop)
    {
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return null;
        }

        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                await process.WaitForExitAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return new(1, "", "it did not answer in time");
            }

            return new(
                process.ExitCode, await output.ConfigureAwait(false), (await error.ConfigureAwait(false)).Trim());
        }
    }
}

/// <summary>The result of a program.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">Its error output.</param>
internal sealed record ToolAnswer(int Exit, string Output, string Error)
{
    /// <summary>The first line of its error output.</summary>
    public string Complaint => Error.Split('\n')[0].Trim();
}
