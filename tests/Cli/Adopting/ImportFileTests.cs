using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Cli.Local;
using Xunit;

namespace Infra.Tests.Cli.Adopting;

public sealed class ImportFileTests
{
    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "has no 'resources' list")]
    [InlineData("""{"resources": [{"type": "t", "name": "other", "id": "x"}]}""", "declares no resource 'other'")]
    [InlineData(
        """{"resources": [{"type": "t", "name": "greeting", "id": "x"}]}""", "declares 'aws-native:bedrock:Prompt'")]
    [InlineData("""{"resources": [{"type": "aws-native:bedrock:Prompt", "name": "greeting"}]}""", "has no id")]
    [InlineData(
        """{"resources": [{"type": "aws-native:bedrock:Prompt", "name": "greeting", "id": "x"}]}""", "is no x")]
    public async Task A_file_that_would_adopt_something_else_is_refused(string file, string message)
    {
        await using var project = new ServedProject();
        project.Files.Write("adopt.json", file);

        var up = await project.Run("up", "dev", "--local", "--import-file", "adopt.json");

        (up.Exit, up.Output).Should().Be((ExitCode.Failure, ""));
        up.Error.Should().StartWith("prompts: ").And.Contain(message);
    }

    [Fact]
    public async Task One_stack_is_adopted_for()
    {
        await using var project = new ServedProject();

        (await project.Run("import", "--adopt")).Error.Should().Contain("--adopt takes one stack");
        (await project.Run("import", "--adopt", "prd", "--local")).Error.Should().Contain("There is no stack 'prd'");
    }
}
