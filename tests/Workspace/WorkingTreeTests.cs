using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Workspace;

/// <summary>What may lie in a project's folder beside files: none of it hangs, crashes or leads out.</summary>
public sealed class WorkingTreeTests : IDisposable
{
    private const string Sound = "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 300 }\ntext: Hello.\n";

    private readonly TemporaryFolder _outside = new TemporaryFolder().Write("secret.md", "the secret");

    private readonly TemporaryFolder _project = new TemporaryFolder()
        .Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
        .Write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n")
        .Write("prompts/sound.yaml", Sound);

    public static TheoryData<string> NoFiles => ["pipe", "socket", "folder"];

    public void Dispose()
    {
        _project.Dispose();
        _outside.Dispose();
    }

    [Theory]
    [MemberData(nameof(NoFiles))]
    public async Task What_is_no_file_is_one_problem_at_its_path(string kind)
    {
        using var socket = Make(kind, "prompts/x.yaml");

        var run = await PromptsConsole.Run(_project.Path, "validate");

        (run.Exit, run.Error).Should().Be(kind is "folder"
            ? (ExitCode.Success, "")
            : (ExitCode.Problems, "prompts/x.yaml(1,1): error PRM500: This is not a regular file, or it was "
                + "replaced while it was being read. Put a regular file in its place.\n1 error.\n"));
    }

    [Fact]
    public async Task A_stack_that_is_a_pipe_is_one_problem()
    {
        using var socket = Make("pipe", "Pulumi.prod.yaml");

        var run = await PromptsConsole.Run(_project.Path, "validate");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().StartWith("Pulumi.prod.yaml(1,1): error PRM500");
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/")]
    [InlineData("loop.yaml")]
    [InlineData("nowhere")]
    public async Task A_link_that_leads_to_no_file_inside_is_said_and_not_followed(string target)
    {
        File.CreateSymbolicLink(_project.File("prompts/loop.yaml"), target);

        var run = await PromptsConsole.Run(_project.Path, "validate");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Error.Should().StartWith("prompts/loop.yaml(1,1): warning PRM501: This is not read: it is a link");
    }

    [Fact]
    public async Task Links_to_folders_are_said_once_and_not_followed()
    {
        Directory.CreateSymbolicLink(_project.File("prompts/a"), ".");
        Directory.CreateSymbolicLink(_project.File("prompts/b"), ".");
        Directory.CreateSymbolicLink(_project.File("prompts/c"), _outside.Path);
        _project.Write(
            "prompts/say-secret.yaml", Sound.Replace("Hello.", "{ file: c/secret.md }", StringComparison.Ordinal));

        var run = await PromptsConsole.Run(_project.Path, "validate");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().Contain("prompts/a(1,1): warning PRM501: This is not read: it is a link to a folder.")
            .And.Contain("prompts/c(1,1): warning PRM501")
            .And.Contain("prompts/say-secret.yaml(3,")
            .And.NotContain("the secret");
        run.Error.Split('\n').Should().HaveCount(6);
    }

    [Fact]
    public async Task A_name_that_is_not_utf8_is_said()
    {
        if (OperatingSystem.IsLinux())
        {
            await Shell("touch \"prompts/caf$(printf '\\351').yaml\"");

            var run = await PromptsConsole.Run(_project.Path, "validate");

            await Shell("rm prompts/caf*");
            run.Error.Should().Contain("warning PRM501: This is not read: its name is not UTF-8.");
        }
    }

    [Fact]
    public void A_link_to_a_file_inside_is_that_file()
    {
        File.CreateSymbolicLink(_project.File("prompts/same.yaml"), "sound.yaml");

        var tree = new WorkingTree(_project.Path);

        Encoding.UTF8.GetString(tree.Read("prompts/same.yaml")!).Should().Be(Sound);
        tree.Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("prompts/texts/a.md", false)]
    [InlineData("prompts/texts", true)]
    [InlineData("prompts", true)]
    public void What_becomes_a_link_after_it_was_listed_is_not_read(string swapped, bool isFolder)
    {
        _project.Write("prompts/texts/a.md", "ours");
        _outside.Write("a.md", "theirs").Write("texts/a.md", "theirs");
        var tree = new WorkingTree(_project.Path);
        if (isFolder)
        {
            Directory.Move(_project.File(swapped), _project.File("away"));
        }
        else
        {
            File.Delete(_project.File(swapped));
        }

        File.CreateSymbolicLink(_project.File(swapped), isFolder ? _outside.Path : _outside.File("a.md"));

        tree.Read("prompts/texts/a.md").Should().BeNull();
    }

    [Fact]
    public async Task An_import_of_a_pipe_is_refused()
    {
        using var socket = Make("pipe", "pipe.json");

        var run = await PromptsConsole.Run(_project.Path, "import", "pipe.json");

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().EndWith("pipe.json is not a regular file. Replace it with one.\n");
    }

    [Fact]
    public async Task An_import_of_a_device_ends()
    {
        if (!OperatingSystem.IsWindows())
        {
            var run = await PromptsConsole.Run(_project.Path, "import", "/dev/zero");

            (run.Exit, run.Error).Should().Be(
                (ExitCode.Failure, "prompts: /dev/zero is larger than 64 MB. Split it.\n"));
        }
    }

    private Socket? Make(string kind, string path)
    {
        switch (kind)
        {
            case "pipe":
                Shell($"mkfifo {path}").GetAwaiter().GetResult();
                return null;
            case "socket":
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                socket.Bind(new UnixDomainSocketEndPoint(_project.File(path)));
                return socket;
            default:
                Directory.CreateDirectory(_project.File(path));
                return null;
        }
    }

    private async Task Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script])
        {
            WorkingDirectory = _project.Path,
        })!;
        await shell.WaitForExitAsync();
        shell.ExitCode.Should().Be(0);
    }
}
