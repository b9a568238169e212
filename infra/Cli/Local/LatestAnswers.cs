using Infra.Local;
using Infra.Models;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Cli.Local;

/// <summary>The recorded answers of a project, and its stacks' facts about models: read when they are first needed, and
/// again when files have changed.</summary>
/// <param name="folder">The project.</param>
internal sealed class LatestAnswers(string folder)
{
    private readonly Lock _turn = new();
    private (RecordedAnswers Answers, ModelCatalog Models)? _read;
    private string _print = "";

    /// <summary>Options with which models and services answer as in the project's test cases, and refuse what its
    /// stacks state.</summary>
    public LocalOptions On(LocalOptions options) => options with
    {
        Answers = call => Latest().Answers.Answer(call),
        Stubs = call => Latest().Answers.Stub(call),
        Models = () => Latest().Models,
    };

    private (RecordedAnswers Answers, ModelCatalog Models) Latest()
    {
        lock (_turn)
        {
            var print = Print();
            if (_read is not { } read || print != _print)
            {
                var project = Project.Read(new WorkingTree(folder)).Value!;
                read = (RecordedAnswers.Of(project), project.Models);
                (_print, _read) = (print, read);
            }

            return read;
        }
    }

    /// <summary>A text that changes whenever a file does: the number of files, and the time of the latest
    /// change.</summary>
    private string Print()
    {
        var times = new WorkingTree(folder).Paths
            .Select(path => File.GetLastWriteTimeUtc(Path.Combine(folder, path)).Ticks)
            .ToList();
        return $"{times.Count} {times.DefaultIfEmpty().Max()}";
    }
}
