using System.Text;
using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Infra.Targets;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Planning;

/// <summary>Counts all allocations, so nothing else may run at the same time.</summary>
[Collection(nameof(GrowthTests))]
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public sealed class GrowthTests
{
    [Theory]
    [InlineData("tests/Samples/project")]
    [InlineData("tests/Samples/everything")]
    public void A_project_reads_each_file_once(string folder)
    {
        var tree = new CountingTree(Repository.Path(folder));

        Project.Read(tree);

        tree.Reads.Should().NotBeEmpty().And.OnlyContain(file => file.Value == 1);
    }

    [Fact]
    public void Four_times_the_prompts_take_four_times_the_memory()
    {
        PlanText.Write(Plan(Prompts(100)), TextWriter.Null);

        var (some, more) = (Allocated(Prompts(100)), Allocated(Prompts(400)));

        more.Should().BeLessThan(some * 5);
    }

    [Fact]
    public void Five_times_the_names_that_a_stack_lists_take_five_times_the_memory_to_plan()
    {
        Plan(Prompts(100));

        var (some, more) = (AllocatedByPlanning(Prompts(200)), AllocatedByPlanning(Prompts(1_000)));

        more.Should().BeLessThan(some * 6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Five_times_the_names_that_are_promoted_take_five_times_the_memory(bool areListed)
    {
        Promoted(10, areListed);

        var (some, more) = (Promoted(200, areListed), Promoted(1_000, areListed));

        more.Should().BeLessThan(some * 6);
    }

    [Fact]
    public void A_chain_of_five_times_the_partials_takes_five_times_the_memory()
    {
        AllocatedByReading(Chain(10));

        var (some, more) = (AllocatedByReading(Chain(300)), AllocatedByReading(Chain(1_500)));

        more.Should().BeLessThan(some * 7);
    }

    [Fact]
    public void A_plan_is_written_in_pieces_that_do_not_grow_with_it()
    {
        Action<Plan, TextWriter>[] forms = [PlanText.Write, PlanText.WriteMarkdown, PlanJson.Write];
        foreach (var write in forms)
        {
            var (few, many) = (new CountingWriter(), new CountingWriter());

            write(Plan(Prompts(200)), few);
            write(Plan(Prompts(1_000)), many);

            many.Longest.Should().BeLessThan(few.Longest * 2);
            many.Pieces.Should().BeGreaterThan(few.Pieces * 3);
        }
    }

    private static long Allocated(MemoryTree tree)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        PlanText.Write(Plan(tree), TextWriter.Null);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static long AllocatedByPlanning(MemoryTree tree)
    {
        var project = Project.Read(tree).Value!;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Planner.Plan(project, project.Stacks["dev"]);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static long AllocatedByReading(MemoryTree tree)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var project = Project.Read(tree);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        project.Diagnostics.HasErrors().Should().BeFalse();
        return allocated;
    }

    /// <summary>A prompt with a partial that has a partial, and so on.</summary>
    private static MemoryTree Chain(int count) => new(
    [
        ("prompts/chain-of-partials.yaml",
            "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 300 }\ntext: \"{{> p0}}\"\n"),
        .. Enumerable.Range(0, count).Select(number => (
            $"prompts/partials/p{number}.md",
            $"A line of this partial, number {number}.\n{(number + 1 < count ? $"{{{{> p{number + 1}}}}}\n" : "")}")),
    ]);

    /// <summary>The bytes allocated while the promotion of that many names is written into a stack's file.</summary>
    private static long Promoted(int count, bool areListed)
    {
        var text = "config:\n  bedrock-prompts:live:\n    another: 1\n" + string.Concat(
            Enumerable.Range(0, areListed ? count : 0).Select(number => $"    {Name(number)}: [1, 2] # careful\n"));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var edited = StackFileEdit.Serve(ProjectConfig.None, "Pulumi.prod.yaml", text, [.. Enumerable.Range(0, count)
            .Select(number => (Name(number), new Target.Pinned([1, 2, 3], 3, default)))]);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        edited.Value!.Split("[1, 2, 3]").Should().HaveCount(count + 1);
        return allocated;
    }

    private static Plan Plan(MemoryTree tree)
    {
        var project = Project.Read(tree).Value!;
        return Planner.Plan(project, project.Stacks["dev"]).Value!;
    }

    /// <summary>Prompts, all of which are listed in the stack.</summary>
    private static MemoryTree Prompts(int count) => new(
    [
        ("Pulumi.dev.yaml", $"""
            config:
              aws:region: us-east-1
              bedrock-prompts:default: draft
              bedrock-prompts:live:
            {string.Join('\n', Enumerable.Range(0, count).Select(number => $"    {Name(number)}: draft"))}
            """),
        .. Enumerable.Range(0, count).Select(number => ($"prompts/{Name(number)}.yaml", $$$"""
            model: amazon.nova-lite-v1:0
            inference: { maxTokens: 300 }
            text: Confirm order {{order_id}}, number {{{number}}}.
            variables: { order_id: The number of the order }
            """)),
    ]);

    private static string Name(int number) => $"order-confirmation-{number:D4}";

    private sealed class CountingWriter : TextWriter
    {
        public int Pieces { get; private set; }

        public int Longest { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Count(1);

        public override void Write(string? value) => Count(value?.Length ?? 0);

        public override void WriteLine(string? value) => Count(value?.Length ?? 0);

        public override void WriteLine() => Count(1);

        private void Count(int length) => (Pieces, Longest) = (Pieces + 1, Math.Max(Longest, length));
    }
}
