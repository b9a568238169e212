using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Boundary;

/// <summary>Damaged files of every kind through the whole console: no crash, no hang, no wrong exit code.</summary>
/// <remarks>The long run: <c>PROMPTS_MUTATED_FILES=100000 dotnet test tests --filter MutatedFiles</c>;
/// <c>PROMPTS_MUTATION_SEED</c> starts elsewhere.</remarks>
public sealed class MutatedFilesTests : IDisposable
{
    private const string Everything = "tests/Samples/everything";

    /// <summary>Much longer than any file here takes, on any machine.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private static readonly ImmutableArray<(string Path, byte[] Content)> Sound =
    [
        .. Files(Everything, "*.yaml", ""),
        .. Files("tests/Samples/broken", "*.yaml", "prompts/").Where(file => !IsStack(file)),
        .. Files("tests/Data/Corpus", "*.json", "imports/").Take(40),
    ];

    private readonly TemporaryFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_mutated_file_never_crashes_hangs_or_ends_with_a_wrong_exit_code()
    {
        var seed = Setting("PROMPTS_MUTATION_SEED", 20261127);
        var random = new Random(seed);
        foreach (var (path, content) in Sound.Where(IsStack))
        {
            Write(path, content);
        }

        for (var i = 0; i < Setting("PROMPTS_MUTATED_FILES", 400); i++)
        {
            var (path, content) = Sound[i % Sound.Length];
            var before = File.Exists(_project.File(path)) ? content : null;
            Write(path, Mutations.Damage(content, random));
            foreach (var line in Commands(path))
            {
                var run = await PromptsConsole.Run(_project.Path, line).WaitAsync(Hang);

                Assert.True(IsLawful(line, run), $"seed {seed}, file {i} ({path}), {string.Join(' ', line)}: "
                    + $"exit {run.Exit}\n{run.Error}\n{_project.Read(path)}");
            }

            Restore(path, before);
        }
    }

    private static bool IsStack((string Path, byte[] Content) file) =>
        Path.GetFileName(file.Path).StartsWith("Pulumi.", StringComparison.Ordinal);

    private static string[][] Commands(string path) => path.StartsWith("imports/", StringComparison.Ordinal)
        ? [["import", path, "--force"]]
        : [["validate"], ["plan", "dev"]];

    /// <summary>A command that fails says why and prints no result; a command that succeeds reports no error.</summary>
    private static bool IsLawful(string[] line, ConsoleRun run)
    {
        var hasErrors = run.Error.Contains(": error PRM", StringComparison.Ordinal);
        return !run.Error.Contains("unforeseen", StringComparison.Ordinal) && run.Exit switch
        {
            ExitCode.Success => !hasErrors,
            ExitCode.Problems => hasErrors && run.Output.Length == 0,
            ExitCode.Failure =>
                line[0] is not "validate" && run.Error.StartsWith("prompts: ", StringComparison.Ordinal),
            _ => false,
        };
    }

    private void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_project.File(path))!);
        File.WriteAllBytes(_project.File(path), content);
    }

    /// <summary>Makes the file sound again, so that only one file is damaged at a time.</summary>
    private void Restore(string path, byte[]? content)
    {
        if (content is not null)
        {
            Write(path, content);
        }
        else
        {
            File.Delete(_project.File(path));
        }

        if (path.StartsWith("imports/", StringComparison.Ordinal) && Directory.Exists(_project.File("prompts")))
        {
            Directory.Delete(_project.File("prompts"), recursive: true);
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number)
            ? number
            : usual;

    private static IEnumerable<(string Path, byte[] Content)> Files(string folder, string kind, string below) =>
        Directory.EnumerateFiles(Repository.Path(folder), kind, SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => (
            below + (below.Length == 0 ? Path.GetRelativePath(Repository.Path(folder), file) : Path.GetFileName(file)),
            File.ReadAllBytes(file)));
}
