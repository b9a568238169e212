using System.Text;
using System.Text.Json;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Tests.Support.Schema;
using Xunit;

namespace Infra.Tests.Validation;

public sealed class DamagedFilesTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(DefinitionSchema.OfDefinitions()).RootElement;

    /// <summary>Definitions, releases and settings.</summary>
    private static readonly (string Path, byte[] Content)[] Sound =
    [
        .. Files("tests/Samples/project/prompts", ".yaml"), .. Files("tests/Samples/everything/prompts", ".yaml"),
        ("Pulumi.dev.yaml", File.ReadAllBytes(Path.Combine(Repository.Samples, "Pulumi.dev.yaml"))),
    ];

    private static readonly (string Path, byte[] Content)[] Partials =
        [.. Files("tests/Samples/project/prompts", ".md")];

    /// <summary>
    /// Reading ends because the file bounds every step: it is decoded once and parsed event by event to a fixed depth,
    /// each partial is expanded once, and each rule passes over the result a fixed number of times (LargeFilesTests).
    /// </summary>
    [Fact]
    public void Two_thousand_damaged_files_are_read_without_an_exception_and_every_problem_has_a_place()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 2000; i++)
        {
            var damaged = Sound[i % Sound.Length];
            var content = Mutations.Damage(damaged.Content, random);
            var project = Project.Read(new MemoryTree([.. Partials, (damaged.Path, content)]));

            var problems = Suppressions.Apply(project.Value!.Catalog.Tree, project.Diagnostics);

            Assert.DoesNotContain(problems, problem =>
                problem.At.File == damaged.Path && !IsInside(problem.At, content));
            Assert.DoesNotContain(problems, problem => problem.Message.Contains('\n') || problem.At.File.Length == 0);
            if (!problems.HasErrors() && Catalog.IsDefinition(damaged.Path))
            {
                FitsTheSchema(Encoding.UTF8.GetString(content));
            }
        }
    }

    private static bool IsInside(Location at, byte[] content)
    {
        var lines = Encoding.UTF8.GetString(content).Split('\n');
        return at.Line >= 1 && at.Line <= lines.Length && at.Column >= 1 && at.Column <= lines[at.Line - 1].Length + 1;
    }

    /// <summary>What the reader accepts, the editors' schema accepts too.</summary>
    private static void FitsTheSchema(string yaml) => Assert.Empty(
        new Checker(Schema, ClosedObjects: false, ExactlyOne: true)
            .Check(YamlCursor.Read(new SourceText("a.yaml", yaml), [])!.ToValue(), Schema, "$"));

    private static IEnumerable<(string Path, byte[] Content)> Files(string folder, string extension) => Directory
        .EnumerateFiles(Repository.Path(folder), $"*{extension}", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file =>
            ($"prompts/{Path.GetRelativePath(Repository.Path(folder), file).Replace('\\', '/')}",
            File.ReadAllBytes(file)));
}
