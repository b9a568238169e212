using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder _project = new TemporaryFolder().Write("Pulumi.yaml", "name: bedrock-prompts\n");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task An_existing_definition_is_replaced_only_by_force()
    {
        _project.Write("prompts/text-test-prompt.yaml", "kept").Write("text.json", Corpus("045-aws-cdk-text"));

        var refused = await PromptsConsole.Run(_project.Path, "import", "text.json");
        var kept = _project.Read("prompts/text-test-prompt.yaml");
        var forced = await PromptsConsole.Run(_project.Path, "import", "text.json", "--force");
        var exported = await PromptsConsole.Run(_project.Path, "export", "text-test-prompt");

        (refused.Exit, kept).Should().Be((ExitCode.Problems, "kept"));
        refused.Error.Should().Contain("PRM361");
        forced.Exit.Should().Be(ExitCode.Success, forced.Error);
        exported.Output.Should().Contain("\"modelId\"");
    }

    [Fact]
    public async Task What_would_not_pass_validation_is_not_written_and_replaces_nothing()
    {
        _project.Write("prompts/text-test-prompt.yaml", "kept")
            .Write("text.json", Corpus("045-aws-cdk-text").Replace("0.7", "7"))
            .Write("good.json", Corpus("046-aws-cdk-chat"));

        var run = await PromptsConsole.Run(_project.Path, "import", "good.json", "text.json", "--force");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().BeEmpty();
        _project.Read("prompts/text-test-prompt.yaml").Should().Be("kept");
        Directory.GetFiles(Path.Combine(_project.Path, "prompts")).Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_imported_and_does_not_pass_is_said_not_to_be_written()
    {
        _project.Write("a.json", """
            {"name":"a","defaultVariant":"v","variants":[{"name":"v","modelId":"m","templateType":"TEXT",
            "templateConfiguration":{"text":{"text":""}}}]}
            """);

        var run = await PromptsConsole.Run(_project.Path, "import", "a.json");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().Contain("PRM022").And
            .EndWith("prompts/a.yaml was not written. Correct the file that you import, then import it again.\n");
        Directory.Exists(Path.Combine(_project.Path, "prompts")).Should().BeFalse();
    }

    [Fact]
    public async Task Prompts_in_a_flow_get_files_of_their_own_when_asked()
    {
        var corpus = Repository.Path("tests", "Data", "Corpus", "flows", "011-doc-sdk-playlist.json");
        _project.Write("flow.json", await File.ReadAllTextAsync(corpus));

        var run = await PromptsConsole.Run(
            _project.Path, "import", "flow.json", "--name", "playlist", "--lift-prompts");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().Be("prompts/playlist-MakePlaylist.yaml is written.\nprompts/playlist.yaml is written.\n");
        _project.Read("prompts/playlist.yaml").Should().Contain("prompt: playlist-MakePlaylist\n");
    }

    private static string Corpus(string name) =>
        File.ReadAllText(Repository.Path("tests", "Data", "Corpus", "prompts", $"{name}.json"));
}
