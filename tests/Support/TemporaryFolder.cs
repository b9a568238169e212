namespace Infra.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("prompts-").FullName;

    /// <summary>Writes a file, and the folders that lead to it.</summary>
    public TemporaryFolder Write(string path, string text)
    {
        var file = File(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
        return this;
    }

    public string Read(string path) => System.IO.File.ReadAllText(File(path));

    public string File(string path) => System.IO.Path.Combine(Path, path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
