using System.Diagnostics;
using Xunit;

namespace Infra.Tests.Support;

/// <summary>A git repository that is gone after the test; its commits are a day apart.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    private static readonly DateTimeOffset First = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private int _commits;

    public TemporaryRepository() => Git("init", "--quiet", "--initial-branch=main");

    public string Path => _folder.Path;

    public TemporaryRepository Write(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    public void Delete(string path) => File.Delete(_folder.File(path));

    public string Read(string path) => _folder.Read(path);

    /// <summary>Commits everything; yields the commit's id.</summary>
    public string Commit(string message, string author = "Ada")
    {
        Git("add", "--all");
        Git("-c", $"user.name={author}", "commit", "--quiet", "--allow-empty", "--message", message);
        return Git("rev-parse", "HEAD").Trim();
    }

    /// <summary>Runs git in the repository.</summary>
    public string Git(params string[] arguments)
    {
        string[] identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"];
        var start = new ProcessStartInfo("git", [.. identity, .. arguments])
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var isCommit = arguments.Contains("commit") || arguments.Contains("merge");
        var date = First.AddDays(isCommit ? _commits++ : _commits).ToString("O");
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = date;
        start.Environment["GIT_CONFIG_GLOBAL"] = start.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {error.Result}");
        return output;
    }

    public void Dispose() => _folder.Dispose();
}
