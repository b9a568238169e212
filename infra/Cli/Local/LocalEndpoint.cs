using Infra.Workspace;

namespace Infra.Cli.Local;

/// <summary>The note by which other commands find the server of <c>prompts serve</c>.</summary>
internal static class LocalEndpoint
{
    /// <summary>The message when the project's files are in use and no server answers.</summary>
    public const string InUse = "Another command is using the local Bedrock of this project. Wait until it is done.";

    /// <summary>The address of the server that the note names, if it answers; otherwise null.</summary>
    /// <exception cref="Failure">It exists but does not answer in time.</exception>
    /// <remarks>To be called only while the project's files are in use: otherwise, a killed server may have left the
    /// note.</remarks>
    public static async Task<Uri?> Find(string project, CancellationToken cancel)
    {
        var note = LocalFiles.Endpoint(project);
        var text = File.Exists(note) ? await File.ReadAllTextAsync(note, cancel).ConfigureAwait(false) : "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !url.IsLoopback)
        {
            return null;
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await http.GetAsync(url, cancel).ConfigureAwait(false);
            return url;
        }
        catch (HttpRequestException)
        {
            // The process that uses the files is not a server, or is still starting.
            return null;
        }
        catch (TaskCanceledException late) when (late.InnerException is TimeoutException)
        {
            throw new Failure($"The local Bedrock of this project, at {url}, does not answer. Stop its process, then "
                + "run the command again.", late);
        }
    }

    /// <summary>Writes the note.</summary>
    public static void Publish(string project, Uri url)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LocalFiles.Endpoint(project))!);
        Files.AtomicFile.Write(LocalFiles.Endpoint(project), url.ToString());
    }

    /// <summary>Deletes the note.</summary>
    public static void Withdraw(string project) => File.Delete(LocalFiles.Endpoint(project));
}
