using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Tests.Support;
using Infra.Values;
using Pulumi;
using Xunit;

namespace Infra.Tests.Component;

/// <summary>Whatever is wrong with a stack, nobody deploys it who could not plan it, and reviewers are told.</summary>
[Collection(nameof(StackRun))]
public sealed partial class RefuseAlikeTests
{
    private static readonly string Root = Repository.Path("tests", "Samples", "broken");

    /// <summary>What depends on the order of keys in a stack's file: Pulumi hands settings over with sorted keys, so
    /// only who reads the file can tell. Reviewers are told by the comment.</summary>
    private static readonly string[] OfOrder = ["PRM587"];

    /// <summary>Each stack of each project, but for those whose file Pulumi itself would not read.</summary>
    public static TheoryData<string, string> Stacks
    {
        get
        {
            var stacks = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Root, "Pulumi.*.yaml", SearchOption.AllDirectories).Order())
            {
                var project = Path.GetFileName(Path.GetDirectoryName(file)!);
                if (project is not ("settings" or "configuration"))
                {
                    stacks.Add(project, Path.GetFileName(file)["Pulumi.".Length..^".yaml".Length]);
                }
            }

            return stacks;
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_console_the_program_and_the_comment_refuse_alike(string project, string stack)
    {
        using var repository = Copy(Path.Combine(Root, project));

        var console = await PromptsConsole.Run(repository.Path, "plan", stack);
        var comment = await PromptsConsole.Run(
            repository.Path, "plan", "--all", "--against", "HEAD", "--format", "markdown");
        var program = await Refusal(repository.Path, stack);

        var codes = Codes(console.Error);
        Codes(program).Should().Equal(codes.Where(code => !OfOrder.Contains(code)));
        (console.Exit == 0).Should().Be(program.Length == 0);
        comment.Output.Contains($"\n### Stack `{stack}`: refused, nothing may be deployed\n", StringComparison.Ordinal)
            .Should().Be(codes.Length > 0, comment.Output);
        codes.All(comment.Output.Contains).Should().BeTrue(comment.Output);
    }

    private static TemporaryRepository Copy(string folder)
    {
        var repository = new TemporaryRepository().Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            repository.Write(Path.GetRelativePath(folder, file), AnnotatedText.Strip(File.ReadAllText(file)));
        }

        repository.Commit("Start");
        return repository;
    }

    private static async Task<string> Refusal(string folder, string stack)
    {
        try
        {
            await StackRun.Run(folder, stack, ImmutableDictionary<string, Value>.Empty);
            return "";
        }
        catch (RunException refused)
        {
            return refused.Message;
        }
    }

    private static string[] Codes(string text) =>
        [.. Error().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\): error (PRM\d+): ")]
    private static partial Regex Error();
}
