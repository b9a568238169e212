using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Infra.Cli;
using Infra.Workspace.Git;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Workspace.Git;

/// <summary>A comparison with a revision costs what changed, not what there is: git itself says what it did.</summary>
public sealed class GitWorkTests : IDisposable
{
    private readonly TemporaryRepository _files = new();

    public GitWorkTests() => _files
        .Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
        .Write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n");

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(60)]
    public async Task One_changed_file_takes_one_process_more_than_none_whatever_the_size(int prompts)
    {
        WritePrompts(prompts);
        _files.Commit("prompts");

        var unchanged = await ProcessesOf("plan", "dev", "--against", "HEAD");
        _files.Write("prompts/order-answer-1.yaml", Prompt(1, "Answer briefly."));
        var changed = await ProcessesOf("plan", "dev", "--against", "HEAD");

        unchanged.Should().BeEquivalentTo("rev-parse", "ls-tree", "ls-tree");
        changed.Should().BeEquivalentTo("rev-parse", "ls-tree", "ls-tree", "cat-file");
    }

    [Fact]
    public async Task Git_is_asked_for_the_content_of_what_changed_alone()
    {
        WritePrompts(60);
        _files.Commit("prompts");
        _files.Write("prompts/order-answer-1.yaml", Prompt(1, "Answer briefly."));

        var tree = await GitTree.Read(new(_files.Path), "HEAD", new WorkingTree(_files.Path), default);

        tree.Paths.Except(tree.Same).Should().Equal("prompts/order-answer-1.yaml");
    }

    /// <summary>The commands of git that a command of the console starts.</summary>
    private async Task<IEnumerable<string>> ProcessesOf(params string[] command)
    {
        using var traces = new TemporaryFolder();
        var start = ConsoleProcess.Of(_files.Path, command);
        start.Environment["GIT_TRACE2_EVENT"] = traces.Path;
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(ExitCode.Success);
        return Directory.EnumerateFiles(traces.Path).Select(CommandOf).ToArray();
    }

    /// <summary>The command's name, as git's own trace states it.</summary>
    private static string CommandOf(string trace) => File.ReadLines(trace)
        .Select(line => JsonElement.Parse(line))
        .First(happened => happened.GetProperty("event").GetString() == "cmd_name")
        .GetProperty("name").GetString()!;

    private void WritePrompts(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            _files.Write(
                string.Create(CultureInfo.InvariantCulture, $"prompts/order-answer-{number}.yaml"),
                Prompt(number, "Answer."));
        }
    }

    private static string Prompt(int number, string text) => string.Create(CultureInfo.InvariantCulture, $$"""
        model: amazon.nova-lite-v1:0
        inference: { maxTokens: 300 }
        text: Order {{number}}. {{text}}

        """);
}
