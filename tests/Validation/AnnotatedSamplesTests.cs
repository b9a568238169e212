using Infra.Planning;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Validation;

/// <summary>Every folder of tests/Samples/broken is a project;
/// its files say what is wrong with them (<see cref="AnnotatedText"/>); tests/Samples/messages has the words.</summary>
public sealed class AnnotatedSamplesTests
{
    private static readonly string Root = Repository.Path("tests", "Samples", "broken");

    public static TheoryData<string> Projects() =>
        [.. Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Everything_that_is_wrong_is_reported_where_it_stands_and_nothing_else(string project)
    {
        var folder = Path.Combine(Root, project);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                file => AnnotatedText.Strip(File.ReadAllText(file)));

        var diagnostics = ProjectChecks.All(
            Project.Read(new MemoryTree(files.Select(file => (file.Key, file.Value)))), new(2026, 11, 27));

        Assert.Empty(diagnostics.Where(diagnostic => !files.ContainsKey(diagnostic.At.File)));
        Recorded.Equal($"messages/{project}.txt", string.Concat(diagnostics.Select(diagnostic => $"{diagnostic}\n")));
        foreach (var (path, text) in files)
        {
            Recorded.EqualAt(
                Path.Combine(folder, path),
                AnnotatedText.Annotate(text, diagnostics.Where(diagnostic => diagnostic.At.File == path)));
        }
    }
}
