using Infra.Workspace;

namespace Infra.Cli.Local;

/// <summary>The note that <c>prompts serve</c> leaves, so that other commands use it.</summary>
internal static class LocalEndpoint
{
    /// <summary>What to say when the project's files are held and no server answers.</summary>
    public const string InUse = "Another command is using the local Bedrock of this project. Wait until it is done.";

    /// <summary>The server that answers where the note says, or null.</summary>
    /// <exception cref="Failure">It is there, and does not answer in time.</exception>
    /// <remarks>Ask only while the project's files are held: else a server that was killed may have left it.</remarks>
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
            // Who holds the files is no server, or one that is still starting.
            return null;
        }
        catch (TaskCanceledException late) when (late.InnerException is TimeoutException)
        {
            throw new Failure($"The local Bedrock of this project, at {url}, does not answer. Stop its process, then "
                + "run the command again.", late);
        }
    }

    /// <summary>Leaves the note.</summary>
    public static void Publish(string project, Uri url)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LocalFiles.Endpoint(project))!);
        Files.AtomicFile.Write(LocalFiles.Endpoint(project), url.ToString());
    }

    /// <summary>Takes the note away.</summary>
    public static void Withdraw(string project) => File.Delete(LocalFiles.Endpoint(project));
}
