namespace Infra.Cli.Local;

/// <summary>The note that <c>prompts serve</c> leaves, so that other commands use it.</summary>
internal static class LocalEndpoint
{
    /// <summary>The server that is running for a project, or null.</summary>
    public static async Task<Uri?> Find(string project, CancellationToken cancel)
    {
        var note = LocalFiles.Endpoint(project);
        if (!File.Exists(note) || !Uri.TryCreate(await File.ReadAllTextAsync(note, cancel).ConfigureAwait(false), UriKind.Absolute, out var url) || !url.IsLoopback)
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
            // A note that a killed server left behind.
            return null;
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
