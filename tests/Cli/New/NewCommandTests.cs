using System.Text.Json;
using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.New;

public sealed class NewCommandTests
{
    /// <summary>The files of a new repository.</summary>
    private static readonly string[] Tree =
    [
        ".config/dotnet-tools.json", ".editorconfig", ".github/workflows/deploy-stack.yml",
        ".github/workflows/deploy.yml", ".github/workflows/preview.yml", ".gitignore", "Pulumi.dev.yaml",
        "Pulumi.prod.yaml", "Pulumi.yaml", "README.md", "infra/Stack/Program.cs", "infra/Stack/Stack.csproj",
        "prompts/greeting-email.yaml", "prompts/partials/house-style.md",
        "prompts/releases/greeting-email/1.yaml", "prompts/schema.json",
    ];

    [Fact]
    public async Task A_new_repository_has_exactly_these_files_and_says_what_comes_next()
    {
        using var folder = new TemporaryFolder();

        var run = await PromptsConsole.Run(folder.Path, "new", "acme");

        run.Should().Be(new ConsoleRun(0, "acme is written, 16 files. Next:\n"
            + "  cd acme && git init && dotnet tool restore\n  dotnet prompts up dev --local\n", ""));
        Files(folder.File("acme")).Should().Equal(Tree);
        folder.Read("acme/Pulumi.yaml").Should().StartWith("name: acme\n");
        folder.Read("acme/README.md").Should().StartWith("# acme\n").And.NotContain("$");
        Files(folder.Path).Should().HaveCount(16, "nothing is left beside it");
    }

    [Fact]
    public async Task Files_are_those_of_this_repository()
    {
        using var folder = new TemporaryFolder();

        await PromptsConsole.Run(folder.Path, "new", "bedrock-prompts");

        string[] same =
        [
            .. Tree.Where(path => path.StartsWith("prompts/", StringComparison.Ordinal)),
            ".editorconfig", ".gitignore", "Pulumi.yaml", "infra/Stack/Program.cs",
        ];
        foreach (var path in same)
        {
            folder.Read($"bedrock-prompts/{path}").Should().Be(
                await File.ReadAllTextAsync(Repository.Path(path)), path);
        }
    }

    [Fact]
    public async Task It_validates_without_a_word_and_can_be_planned()
    {
        using var folder = new TemporaryFolder();
        await PromptsConsole.Run(folder.Path, "new", "acme");

        var validated = await PromptsConsole.Run(folder.File("acme"), "validate");
        var planned = await PromptsConsole.Run(folder.File("acme"), "plan", "prod");

        validated.Should().Be(new ConsoleRun(0, "1 definition, 2 stacks: nothing to report.\n", ""));
        planned.Exit.Should().Be(0);
        planned.Output.Should().Contain("greeting-email");
    }

    [Fact]
    public async Task The_console_and_the_package_are_pinned_to_its_own_version()
    {
        using var folder = new TemporaryFolder();
        await PromptsConsole.Run(folder.Path, "new", "acme");

        using var tools = JsonDocument.Parse(folder.Read("acme/.config/dotnet-tools.json"));
        var version = tools.RootElement.GetProperty("tools").GetProperty("bedrock-prompts").GetProperty("version")
            .GetString();

        version.Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        folder.Read("acme/infra/Stack/Stack.csproj").Should().Contain($"\"BedrockPrompts\" Version=\"{version}\"");
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused_and_one_that_is_empty_is_filled()
    {
        using var folder = new TemporaryFolder();
        folder.Write("full/notes.txt", "mine");
        Directory.CreateDirectory(folder.File("empty"));

        var refused = await PromptsConsole.Run(folder.Path, "new", "full");
        var here = await PromptsConsole.Run(folder.File("empty"), "new", ".");

        refused.Exit.Should().Be(2);
        refused.Error.Should().Contain("is not empty: it holds notes.txt.");
        Files(folder.File("full")).Should().Equal("notes.txt");
        here.Exit.Should().Be(0);
        here.Output.Should().Contain("cd . && ");
        Files(folder.File("empty")).Should().Equal(Tree);
        Directory.GetFileSystemEntries(folder.Path).Should().HaveCount(2);
    }

    [Fact]
    public async Task Definitions_are_taken_over_with_their_releases_and_stacks()
    {
        using var folder = new TemporaryFolder();

        var run = await PromptsConsole.Run(folder.Path, "new", "acme", "--from", Repository.Samples);

        run.Exit.Should().Be(0);
        var files = Files(folder.File("acme"));
        files.Should().Contain(
            Files(Repository.Samples).Where(path => path.StartsWith("prompts/", StringComparison.Ordinal)));
        files.Should().Contain("prompts/schema.json").And.Contain(".config/dotnet-tools.json");
        folder.Read("acme/Pulumi.prod.yaml").Should().Be(
            await File.ReadAllTextAsync(Path.Combine(Repository.Samples, "Pulumi.prod.yaml")));
    }

    [Fact]
    public async Task Nothing_is_written_when_what_is_taken_over_is_wrong_or_is_not_there()
    {
        using var folder = new TemporaryFolder();
        folder.Write("old/prompts/a.yaml", "modle: x\ntext: hello\n");

        var wrong = await PromptsConsole.Run(folder.Path, "new", "acme", "--from", "old");
        var missing = await PromptsConsole.Run(folder.Path, "new", "acme", "--from", "nowhere");
        var name = await PromptsConsole.Run(folder.Path, "new", "a b");

        wrong.Exit.Should().Be(1);
        wrong.Error.Should().Contain("prompts/a.yaml(1,1): error").And.Contain("Nothing was written");
        missing.Error.Should().Contain("There is no prompts/ in");
        name.Error.Should().Contain("'a b' cannot be the name of a Pulumi project");
        Directory.GetFileSystemEntries(folder.Path).Should().Equal(folder.File("old"));
    }

    private static string[] Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions
            {
                RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None,
            })
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
