using Infra.Local;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Cli.Local;

/// <summary>The recorded answers of a project, read when first asked and again when its files have changed.</summary>
/// <param name="folder">The project.</param>
internal sealed class LatestAnswers(string folder)
{
    private readonly Lock _turn = new();
    private RecordedAnswers? _answers;
    private string _print = "";

    /// <summary>A server whose models and services answer as the project's test cases say.</summary>
    public LocalOptions On(LocalOptions options) =>
        options with { Answers = call => Latest().Answer(call), Stubs = call => Latest().Stub(call) };

    private RecordedAnswers Latest()
    {
        lock (_turn)
        {
            var print = Print();
            if (_answers is null || print != _print)
            {
                var project = Project.Read(new WorkingTree(folder)).Value!;
                (_print, _answers) = (print, RecordedAnswers.Of(project));
            }

            return _answers;
        }
    }

    /// <summary>What changes when a file does: how many there are, and when the last one was written.</summary>
    private string Print()
    {
        var times = new WorkingTree(folder).Paths
            .Select(path => File.GetLastWriteTimeUtc(Path.Combine(folder, path)).Ticks)
            .ToList();
        return $"{times.Count} {times.DefaultIfEmpty().Max()}";
    }
}
