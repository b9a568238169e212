using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Local.Deploy;

/// <summary>Somebody damages the files of the local Bedrock or of the deployer, or changes the world by hand.</summary>
public sealed class DamageTests
{
    private const string Alias = "/bedrock-prompts/prod/greeting/live";

    private static readonly SampleProject Project = new() { Releases = ["One {{name}}.", "Two {{name}}."] };

    private static readonly Plan First = (Project with { Target = "[1]" }).Plan().Value!;

    private static readonly Plan Second = (Project with { Target = "[1, 2]" }).Plan().Value!;

    /// <summary>What may happen to a line; null removes it.</summary>
    private static readonly (string What, Func<string, string?> Change)[] Damages =
    [
        ("missing", _ => null),
        ("JSON that is not ours", _ => """{"name":1,"other":[null]}"""),
        ("no JSON", line => line[..^5]),
        ("another letter", line => line.Replace("prod", "prud", StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task A_damaged_line_of_the_state_costs_nothing() => await Damaged(files => files.State);

    [Fact]
    public async Task A_damaged_line_of_the_world_costs_nothing_that_the_stack_declares() =>
        await Damaged(files => files.Data);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_lost_file_costs_nothing(bool isWorldLost, bool isStateLost)
    {
        var expected = await After(First, Second);
        await using var stack = await LocalStack.StartKept();
        await stack.Deploy(First);
        await stack.Deploy(Second);
        await stack.Restart(() =>
        {
            Lose(isWorldLost, stack.Files.Data);
            Lose(isStateLost, stack.Files.State);
        });

        await stack.Deploy(Second);

        Names(await Inventory.Of(stack)).Should().Equal(Names(expected));
        (await stack.Deploy(Second)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_stack_whose_state_was_lost_is_taken_down_by_what_it_declares()
    {
        await using var stack = await LocalStack.StartKept();
        await stack.Deploy(Second);
        File.Delete(stack.Files.State);

        await stack.Destroy(Second);

        (await Inventory.Of(stack)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("AWS::SSM::Parameter")]
    [InlineData("AWS::IAM::ManagedPolicy")]
    [InlineData("AWS::Bedrock::Prompt")]
    public async Task What_somebody_deleted_by_hand_comes_again(string type)
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Second);
        await stack.Delete(type, (await stack.List(type)).Single());

        await stack.Deploy(Second);

        Names(await Inventory.Of(stack)).Should().Equal(Names(await After(Second)));
        (await stack.Deploy(Second)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_alias_that_somebody_moved_by_hand_leads_back()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(First);
        await stack.Update("AWS::SSM::Parameter", Alias, "Value", "elsewhere");

        (await stack.Deploy(First)).Should().Equal("UpdateResource AWS::SSM::Parameter");

        (await Inventory.Of(stack)).Should().Equal(await After(First));
    }

    [Fact]
    public async Task A_resource_of_another_stack_is_not_taken_over()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(First);
        File.Move(stack.Files.State, Path.Combine(Path.GetDirectoryName(stack.Files.State)!, "other.state.jsonl"));

        await FluentActions.Awaiting(() => stack.Deploy(First)).Should().ThrowAsync<DeployException>();
    }

    /// <summary>Whatever the last operation was: a version that came, or one that went.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Lost_last_lines_of_the_state_cost_nothing(int lost)
    {
        foreach (var (before, last) in new[] { (First, Second), (Second, First) })
        {
            await using var stack = await LocalStack.StartKept();
            await stack.Deploy(before);
            await stack.Deploy(last);
            var lines = await ReadLines(stack.Files.State);
            await stack.Restart(() => File.WriteAllLines(stack.Files.State, lines.SkipLast(lost)));

            await stack.Deploy(last);
            (await stack.Deploy(last)).Should().BeEmpty();

            Names(await Inventory.Of(stack)).Should().Equal(Names(await After(before, last)));
        }
    }

    private static async Task Damaged(Func<(string Data, string State), string> file)
    {
        var expected = Names(await After(First, Second));
        foreach (var (what, change) in Damages)
        {
            for (var line = 0; await Damaged(file, what, change, line) is { } found; line++)
            {
                found.Should().Equal(expected, $"line {line + 1} was {what}");
            }
        }
    }

    private static async Task<IReadOnlyList<string>?> Damaged(
        Func<(string Data, string State), string> file, string what, Func<string, string?> change, int line)
    {
        await using var stack = await LocalStack.StartKept();
        await stack.Deploy(First);
        var lines = await ReadLines(file(stack.Files));
        if (line >= lines.Count)
        {
            return null;
        }

        await stack.Restart(() => File.WriteAllLines(
            file(stack.Files),
            lines.Select((text, index) => index == line ? change(text) : text).OfType<string>()));
        await stack.Deploy(Second);
        (await stack.Deploy(Second)).Should().BeEmpty($"line {line + 1} was {what}");
        return Names(await Inventory.Of(stack));
    }

    private static async Task<IReadOnlyList<string>> ReadLines(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync()).Split('\n')[..^1];
    }

    private static async Task<IReadOnlyList<string>> After(params Plan[] plans)
    {
        await using var stack = await LocalStack.Start();
        foreach (var plan in plans)
        {
            await stack.Deploy(plan);
        }

        return await Inventory.Of(stack);
    }

    /// <summary>Without the numbers of versions: a world that starts anew counts anew.</summary>
    private static IReadOnlyList<string> Names(IEnumerable<string> inventory) =>
    [
        .. inventory.Select(line => line.Split(' ', 2) is [var type, var properties]
            && ((Value.Map)JsonValue.Parse(properties)) is var map
                ? $"{type} {Spell(map["Name"] ?? map["ManagedPolicyName"] ?? map["Description"])}"
                : line),
    ];

    private static string Spell(Value? value) => CanonicalJson.Compact(value ?? "");

    private static void Lose(bool isLost, string file)
    {
        if (isLost)
        {
            File.Delete(file);
        }
    }
}
