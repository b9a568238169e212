using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Infra.Cli;
using Infra.Cli.Aws;
using Infra.Local.Deploy;
using Infra.Local.State;
using Xunit;

namespace Infra.Tests.Cli.Local;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task Another_command_uses_the_server_that_is_running()
    {
        await using var project = await new ServedProject().Serve();

        var up = await project.Run("up", "dev", "--local");

        up.Exit.Should().Be(ExitCode.Success, up.Error);
        (await Alive(project)).Should().Contain("greeting");
    }

    [Fact]
    public async Task What_was_deployed_is_there_when_the_server_starts_again()
    {
        await using var project = await new ServedProject().Serve();
        await project.Run("up", "dev", "--local");
        var stopped = await project.Stop();

        var again = await project.Run("up", "dev", "--local");

        stopped.Exit.Should().Be(ExitCode.Cancelled);
        again.Error.Should().MatchRegex("^Resources: [0-9]+ unchanged\n$");
        File.Exists(project.Files.File(".local/endpoint")).Should().BeFalse();
    }

    [Fact]
    public async Task A_second_server_of_a_project_is_refused()
    {
        await using var project = await new ServedProject().Serve();

        var second = await project.Run("serve");

        second.Exit.Should().Be(ExitCode.Failure);
        second.Output.Should().BeEmpty();
        second.Error.Should().Contain("is already running").And.Contain(project.Url.ToString());
    }

    [Fact]
    public async Task Two_deployments_of_a_stack_do_not_run_at_once()
    {
        await using var project = await new ServedProject().Serve();
        using var state = StateFile.Open(project.Files.File(".local/dev.state.jsonl"));

        var second = await project.Run("up", "dev", "--local");

        second.Exit.Should().Be(ExitCode.Failure);
        second.Error.Should().EndWith("prompts: Another command is deploying this stack. Wait until it is done.\n");
    }

    [Fact]
    public async Task A_damaged_file_is_named_and_kept_and_the_stack_deployed_anew()
    {
        await using var project = new ServedProject();
        project.Files.Write(".local/bedrock.jsonl", "{\n{\n");

        var up = await project.Run("up", "dev", "--local");

        up.Exit.Should().Be(ExitCode.Success, up.Error);
        up.Error.Should().Contain("bedrock.jsonl(1) was damaged. It is kept as bedrock.jsonl.damaged, ")
            .And.EndWith("Resources: 8 created\n");
        project.Files.Read(".local/bedrock.jsonl.damaged").Should().Be("{\n{\n");
    }

    [Fact]
    public async Task The_note_of_a_server_that_was_killed_misleads_nobody()
    {
        await using var project = new ServedProject();
        project.Files.Write(".local/endpoint", "http://127.0.0.1:9/");

        (await project.Run("up", "dev", "--local")).Exit.Should().Be(ExitCode.Success);
    }

    [Theory]
    [InlineData("up", "dev", "--local")]
    [InlineData("destroy", "dev", "--local")]
    [InlineData("serve")]
    public async Task A_server_that_has_the_files_and_does_not_answer_is_named(params string[] command)
    {
        await using var project = new ServedProject();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        project.Files.Write(".local/endpoint", $"http://{silent.LocalEndpoint}/");
        using var held = FileGuard.Take(project.Files.File(".local/bedrock.jsonl.lock"));

        var run = await project.Run(command);

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().EndWith("does not answer. Stop its process, then run the command again.\n");
    }

    [Theory]
    [InlineData("../../victim", "'../../victim' is not the name of a stack. Name the <stack> of Pulumi.<stack>.yaml.")]
    [InlineData("nowhere", "There is no stack 'nowhere': Pulumi.nowhere.yaml does not exist.")]
    public async Task What_is_no_stack_is_not_taken_down(string stack, string message)
    {
        await using var project = new ServedProject();

        var run = await project.Run("destroy", stack, "--local");

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().StartWith($"prompts: {message}");
        Directory.Exists(project.Files.File(".local")).Should().BeFalse();
    }

    [Fact]
    public async Task Faults_are_injected_when_asked_for()
    {
        await using var project = await new ServedProject().Serve("--fault", "rate=1,delay=0");
        using var http = new HttpClient { BaseAddress = project.Url };

        var statuses = new List<int>();
        for (var request = 0; request < 16; request++)
        {
            using var answer = await http.GetAsync(new Uri("prompts", UriKind.Relative));
            statuses.Add((int)answer.StatusCode);
        }

        statuses.Should().Contain([429, 500, 503]);
    }

    [Theory]
    [InlineData("rate=2")]
    [InlineData("often")]
    public async Task A_fault_that_is_none_is_refused(string fault)
    {
        await using var project = new ServedProject();

        var run = await project.Run("serve", "--fault", fault);

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().Contain($"'{fault}' is not a fault. Write rate=0.2");
    }

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    public async Task A_port_that_is_none_is_refused(string port)
    {
        await using var project = new ServedProject();

        var run = await project.Run("serve", "--port", port);

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().Contain($"'{port}' is not a port. Give one from 1 to 65535.");
    }

    private static async Task<string> Alive(ServedProject project)
    {
        using var aws = new AwsClients(AwsConnection.ToLocal(project.Url, "us-east-1"));
        return (await AliasParameters.Read(aws, "/bedrock-prompts/dev", ["greeting"], default)).Keys.Single();
    }
}
